//! The one time zone in which instants are shown, on the canvas and in every panel.
//!
//! The user chooses it once ([`WhoseTime`]). Only [`ShownZone`] decides which zone that is, writes instants in it, and
//! names it where it could be mistaken for another.

use super::dates;
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::document::Campaign;
use crate::ui::context::panel::RehearsalView;
use crate::ui::context::settings::{Settings, WhoseTime};
use crate::workbench::rehearse::Rehearsing;

/// The zone in which instants are shown, and the zones in which they could be.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownZone {
    chosen: WhoseTime,
    campaign: Zone,
    mine: Zone,
    /// The zone of the contact that an instant is about, or of the followed one.
    contact: Option<Zone>,
    /// Whether the instant is about that contact alone. What is about all contacts, such as the clock, never goes by the
    /// time of one.
    is_about_contact: bool,
    /// Whether its name is shown, since another zone is in use too.
    is_named: bool,
}

impl ShownZone {
    /// The zone for everything that is not about one contact.
    pub fn new(settings: &Settings, rehearsing: &Rehearsing, campaign: &Campaign, mine: &Zone) -> Self {
        let shown = rehearsing.shown();
        let of_campaign = match shown {
            Some(shown) => shown.scene.plan.zone().clone(),
            None => Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc),
        };
        let followed = shown.zip(rehearsing.follows()).map(|(shown, place)| {
            shown.contact(place).and_then(|contact| contact.zone().cloned()).unwrap_or_else(|| of_campaign.clone())
        });
        Self {
            chosen: settings.times,
            is_named: of_campaign != *mine || shown.is_some_and(|shown| shown.has_other_zones()),
            campaign: of_campaign,
            mine: mine.clone(),
            contact: followed,
            is_about_contact: false,
        }
    }

    /// The zone for everything that is not about one contact.
    pub fn of(panel: &RehearsalView<'_>) -> Self {
        Self::new(panel.settings, panel.rehearsing, panel.campaign, panel.my_zone)
    }

    /// The zone for what is about a contact with this zone; `None` if the contact has none, so that the campaign's
    /// applies.
    pub fn of_contact(&self, zone: Option<&Zone>) -> Self {
        Self { contact: Some(zone.unwrap_or(&self.campaign).clone()), is_about_contact: true, ..self.clone() }
    }

    /// The zone for the story of a contact with this zone, which has a choice of its own.
    pub fn of_story(&self, settings: &Settings, zone: Option<&Zone>) -> Self {
        Self { chosen: settings.story_times, ..self.of_contact(zone) }
    }

    /// As [`ShownZone::of_contact`], for a row of a list whose head has the [`ShownZone::caption`]: a row has a name only
    /// if each contact's own zone is shown.
    pub fn of_row(&self, zone: Option<&Zone>) -> Self {
        Self { is_named: self.is_named && self.chosen == WhoseTime::Contact, ..self.of_contact(zone) }
    }

    /// The same zone, for the one time that all numbers on the screen stand for: it is always named.
    pub fn always_named(&self) -> Self {
        Self { is_named: true, ..self.clone() }
    }

    /// The same zone, for times in a text that names it once.
    pub fn unnamed(&self) -> Self {
        Self { is_named: false, ..self.clone() }
    }

    /// The zone.
    pub fn zone(&self) -> &Zone {
        match self.whose() {
            WhoseTime::Campaign => &self.campaign,
            WhoseTime::Contact => self.contact.as_ref().unwrap_or(&self.campaign),
            WhoseTime::Mine => &self.mine,
        }
    }

    /// Whose zone it is: the campaign's if the contact's is chosen, but the instant isn't about one contact.
    pub fn whose(&self) -> WhoseTime {
        match self.chosen {
            WhoseTime::Contact if !self.is_about_contact => WhoseTime::Campaign,
            chosen => chosen,
        }
    }

    /// The zone of one of the choices; `None` for the contact's if no contact is meant.
    pub fn zone_of(&self, whose: WhoseTime) -> Option<&Zone> {
        match whose {
            WhoseTime::Campaign => Some(&self.campaign),
            WhoseTime::Contact => self.contact.as_ref(),
            WhoseTime::Mine => Some(&self.mine),
        }
    }

    /// The local time of an instant.
    pub fn local_at(&self, at: Instant) -> DateTime {
        self.zone().local_at(at)
    }

    /// `Tue 17 Mar 10:30 Berlin`; with its year if that isn't the clock's.
    pub fn near(&self, settings: &Settings, at: Instant, clock: Instant) -> String {
        let local = self.local_at(at);
        match local.date().civil().0 == self.local_at(clock).date().civil().0 {
            true => self.named(&format!("{} {}", dates::near(settings, local.date()), dates::clock(settings, local))),
            false => self.date_time(settings, at),
        }
    }

    /// `Tue 17 Mar 2026 10:30 Berlin`.
    pub fn date_time(&self, settings: &Settings, at: Instant) -> String {
        self.named(&dates::date_time(settings, self.local_at(at)))
    }

    /// The name of the zone after these words, where it could be mistaken.
    pub fn named(&self, words: &str) -> String {
        if self.is_named { format!("{words} {}", self.zone().place()) } else { words.to_owned() }
    }

    /// A caption for times without the name: `Agenda, Berlin`, where the zone could be mistaken.
    pub fn caption(&self, words: &str) -> String {
        if self.is_named { format!("{words}, {}", self.zone().place()) } else { words.to_owned() }
    }

    /// A caption of a list with a row for each contact: `Until, Berlin`.
    pub fn caption_of_rows(&self, words: &str) -> String {
        match self.chosen {
            WhoseTime::Contact => format!("{words}, contact’s time"),
            WhoseTime::Campaign | WhoseTime::Mine => self.caption(words),
        }
    }

    /// Whose times a list with a row for each contact has: `times in Berlin`; `None` where they can't be mistaken.
    pub fn times_of_rows(&self) -> Option<String> {
        match self.chosen {
            WhoseTime::Contact => Some("times in each contact’s zone".to_owned()),
            WhoseTime::Campaign | WhoseTime::Mine => self.is_named.then(|| format!("times in {}", self.zone().place())),
        }
    }

    /// The instant in every zone in use, for a tooltip: `Tue 17 Mar 2026 10:30 Berlin (campaign)`, the shown one first.
    pub fn in_every(&self, settings: &Settings, at: Instant) -> String {
        let shown = self.whose();
        let all = [shown].into_iter().chain(WhoseTime::ALL.into_iter().filter(|whose| *whose != shown));
        let mut zones: Vec<(&Zone, Vec<&str>)> = Vec::new();
        for (zone, whose) in all.filter_map(|whose| Some((self.zone_of(whose)?, whose))) {
            match zones.iter_mut().find(|(known, _)| *known == zone) {
                Some((_, owners)) => owners.push(whose.word()),
                None => zones.push((zone, vec![whose.word()])),
            }
        }
        let line = |(zone, owners): &(&Zone, Vec<&str>)| {
            let local = dates::date_time(settings, zone.local_at(at));
            format!("{local} {} ({})", zone.place(), owners.join(", "))
        };
        zones.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("a zone")
    }

    fn shown(chosen: WhoseTime, contact: Option<&str>) -> ShownZone {
        let (campaign, mine) = (zone("Europe/Berlin"), zone("Europe/Lisbon"));
        let is_about_contact = contact.is_some();
        ShownZone { chosen, campaign, mine, contact: contact.map(zone), is_about_contact, is_named: true }
    }

    #[test]
    fn one_choice_rules_every_instant() {
        let settings = Settings::default();
        let at = Instant::parse_with_offset("2026-03-17T09:30:00Z").expect("an instant");
        let written = |chosen, contact| shown(chosen, contact).near(&settings, at, at);
        assert_eq!(written(WhoseTime::Campaign, Some("America/New_York")), "Tue 17 Mar 10:30 Berlin");
        assert_eq!(written(WhoseTime::Contact, Some("America/New_York")), "Tue 17 Mar 05:30 New York");
        assert_eq!(written(WhoseTime::Contact, None), "Tue 17 Mar 10:30 Berlin", "nobody is meant");
        assert_eq!(written(WhoseTime::Mine, None), "Tue 17 Mar 09:30 Lisbon");
        let other_year = Instant::parse_with_offset("2027-01-01T00:00:00Z").expect("an instant");
        let in_contact_zone = shown(WhoseTime::Contact, Some("America/New_York"));
        assert_eq!(in_contact_zone.near(&settings, other_year, at), "Thu 31 Dec 19:00 New York");
        assert_eq!(in_contact_zone.near(&settings, at, other_year.plus_secs(86_400)), "Tue 17 Mar 2026 05:30 New York");
    }

    #[test]
    fn the_clock_never_goes_by_the_time_of_the_followed_contact() {
        let at = Instant::parse_with_offset("2026-03-17T09:30:00Z").expect("an instant");
        let clock = ShownZone { is_about_contact: false, ..shown(WhoseTime::Contact, Some("America/New_York")) };
        assert_eq!(clock.near(&Settings::default(), at, at), "Tue 17 Mar 10:30 Berlin");
        let settings = Settings { story_times: WhoseTime::Contact, ..Settings::default() };
        let story = clock.of_story(&settings, Some(&zone("Asia/Tokyo")));
        assert_eq!(story.near(&settings, at, at), "Tue 17 Mar 18:30 Tokyo");
    }

    #[test]
    fn a_tooltip_has_the_other_zones_each_once() {
        let at = Instant::parse_with_offset("2026-03-17T09:30:00Z").expect("an instant");
        let told = |shown: ShownZone| shown.in_every(&Settings::default(), at);
        assert_eq!(
            told(shown(WhoseTime::Contact, Some("America/New_York"))),
            "Tue 17 Mar 2026 05:30 New York (contact)\nTue 17 Mar 2026 10:30 Berlin (campaign)\nTue 17 Mar 2026 09:30 \
             Lisbon (this computer)"
        );
        assert_eq!(
            told(shown(WhoseTime::Campaign, Some("Europe/Berlin"))),
            "Tue 17 Mar 2026 10:30 Berlin (campaign, contact)\nTue 17 Mar 2026 09:30 Lisbon (this computer)"
        );
    }

    #[test]
    fn a_name_is_left_out_where_there_is_only_one_zone() {
        let alone = ShownZone { is_named: false, ..shown(WhoseTime::Campaign, None) };
        assert_eq!(alone.named("10:30"), "10:30");
        assert_eq!(alone.always_named().named("10:30"), "10:30 Berlin");
        assert_eq!(shown(WhoseTime::Mine, None).named("10:30"), "10:30 Lisbon");
        assert_eq!(alone.times_of_rows(), None);
        assert_eq!(shown(WhoseTime::Mine, None).times_of_rows().as_deref(), Some("times in Lisbon"));
        let each = shown(WhoseTime::Contact, Some("Europe/Paris")).times_of_rows();
        assert_eq!(each.as_deref(), Some("times in each contact’s zone"));
    }
}
