//! Findings about Starts, links, and items without a link to them.

cases! {
    sequence_without_items:
    "" => "
     warning empty-sequence sequence: Sequence “Case” has no items. [Add a Start]";
    sequence_without_a_start_is_told_once:
    "2 Welcome: EMAIL
     3 Wait: WAIT
     4 Offer: EMAIL" => "
     error no-start sequence: Sequence “Case” has no Start, so no contact enters it. [Add a Start]";
    start_that_leads_nowhere:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Other way in: Start
     links: (1, 2)" => "
     warning start-leads-nowhere item 3: Start “Other way in” (item 3) has no item after it.";
    items_that_no_start_leads_to_are_told_at_their_first:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Wait: WAIT
     4 Offer: EMAIL
     5 Alone: TAG
     6 One: TAG
     7 Two: TAG
     8 Three: TAG
     links: (1, 2), (3, 4), (6, 7), (6, 8)" => "
     warning not-reachable item 3: No Start leads to Delay timer “Wait” (item 3), nor to the item after it.
     warning not-reachable item 5: No Start leads to Apply or remove tag “Alone” (item 5).
     warning not-reachable item 6: No Start leads to Apply or remove tag “One” (item 6), nor to the 2 items after it.";
    links_that_end_nowhere:
    r#"1 Start: Start
     2 Welcome: EMAIL
     notes: (id: 9, position: (0.0, 0.0), size: (1.0, 1.0), text: "Why")
     links: (1, 2), (7, 2), (2, 8), (2, 9), (7, 8)"# => "
     error link-from-nowhere link 7>2: The link to Email “Welcome” (item 2) starts at item 7, which doesn't exist. [Remove link]
     error link-to-nowhere link 2>8: The link from Email “Welcome” (item 2) ends at item 8, which doesn't exist. [Remove link]
     error link-to-nowhere link 2>9: The link from Email “Welcome” (item 2) ends at note 9, which isn't an item. [Remove link]
     error link-from-nowhere link 7>8: The link to item 8 starts at item 7, which doesn't exist. [Remove link]";
    link_into_a_start:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Other way in: Start
     4 Tag: TAG
     links: (1, 2), (2, 3), (3, 4)" => "
     error link-into-start link 2>3: The link from Email “Welcome” (item 2) enters Start “Other way in” (item 3), but nothing comes before a Start. [Remove link]";
    second_incoming_link:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Other way in: Start
     4 Tag: TAG
     links: (1, 2), (3, 4), (3, 2), (3, 4)" => "
     error second-incoming-link link 3>2: The link from Start “Other way in” (item 3) to Email “Welcome” (item 2) is one too many: Start (item 1) leads there already. [Remove link]
     error second-incoming-link link 3>4: The link from Start “Other way in” (item 3) to Apply or remove tag “Tag” (item 4) is drawn twice. [Remove link]";
    loops:
    "1 Start: Start
     2 Welcome: EMAIL
     3 One: TAG
     4 Two: TAG
     5 Self: TAG
     links: (1, 2), (3, 4), (4, 3), (5, 5)" => "
     error link-closes-loop link 4>3: The link from Apply or remove tag “Two” (item 4) to Apply or remove tag “One” (item 3) closes a loop. [Remove link]
     error link-closes-loop link 5>5: The link from Apply or remove tag “Self” (item 5) leads back to the item itself. [Remove link]
     warning not-reachable item 3: No Start leads to Apply or remove tag “One” (item 3), nor to the item after it.
     warning not-reachable item 5: No Start leads to Apply or remove tag “Self” (item 5).";
}
