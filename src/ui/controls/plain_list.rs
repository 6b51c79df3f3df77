//! A short list without a search field. Its rows have focus while it is open; typed letters lead to the row that they
//! begin.

use eframe::egui::{Align, Button, Event, EventFilter, Id, Key, Layout, Modifiers, Response, Role, Ui, WidgetInfo};

use super::look;
use super::walk::{self, AfterLastRow, RowMove};

/// Seconds after which a letter begins a new word.
const PAUSE: f64 = 1.0;

/// The letters typed so far, and when the last one came.
#[derive(Clone, Debug, Default)]
struct TypedLetters {
    text: String,
    at: f64,
}

/// Draws the list, starting at option `now` when it has just opened. Returns the index of the option that was picked.
pub fn show(ui: &mut Ui, popup: Id, is_fresh: bool, options: &[String], now: Option<usize>) -> Option<usize> {
    let (mut picked, mut rows) = (None, Vec::with_capacity(options.len()));
    if options.is_empty() {
        look::hint(ui, "None yet");
    }
    let letters = if is_fresh { None } else { follow_letters(ui, popup) };
    ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
        for (place, words) in options.iter().enumerate() {
            let response = ui.add(Button::new(words).frame_when_inactive(false));
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, words));
            if response.clicked() {
                picked = Some(place);
            }
            rows.push(response);
        }
    });
    // A press next to the rows removes focus from the list, so the current row takes it back.
    let nobody_has_it = ui.memory(|memory| memory.focused().is_none());
    if (is_fresh || nobody_has_it)
        && let Some(row) = rows.get(now.unwrap_or_default()).or(rows.first())
    {
        row.request_focus();
    }
    walk(ui, &rows, letters.as_deref(), options);
    picked
}

/// Arrow keys and Tab move from row to row, and wrap around: egui's own arrow keys move to the nearest widget, which
/// may be behind the list. Enter and Space press the focused row. Letters move to the row that they begin.
fn walk(ui: &Ui, rows: &[Response], letters: Option<&str>, options: &[String]) {
    let Some(at) = rows.iter().position(Response::has_focus) else { return };
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at].id, filter));
    let keys = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Tab];
    if ui.input(|input| keys.iter().any(|key| input.key_pressed(*key))) {
        walk::stay(ui);
    }
    let way = match () {
        () if pressed(ui, Modifiers::SHIFT, Key::Tab) => Some(RowMove::Previous),
        () if pressed(ui, Modifiers::NONE, Key::Tab) => Some(RowMove::Next),
        () => walk::pressed(ui, false),
    };
    let to = match (way, letters) {
        (Some(way), _) => Some(way.from(at, rows.len(), walk::PAGE, AfterLastRow::GoRound)),
        (None, Some(letters)) => beginning(options, letters, at),
        (None, None) => None,
    };
    if let Some(to) = to {
        rows[to].request_focus();
        // The newly focused row was drawn without focus.
        ui.ctx().request_repaint();
    }
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}

/// The letters that were typed in this frame.
pub fn typed(ui: &Ui) -> String {
    ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    })
}

/// Begins a word with letters that were typed before the list opened.
pub fn begin(ui: &Ui, popup: Id, letters: &str) {
    let typed = TypedLetters { text: letters.to_owned(), at: ui.input(|input| input.time) };
    ui.data_mut(|data| data.insert_temp(popup.with("letters"), typed));
}

/// All letters of the word that is being typed, if one was typed in this frame. A blank within the word doesn't press
/// the row.
fn follow_letters(ui: &Ui, popup: Id) -> Option<String> {
    let key = popup.with("letters");
    let (now, new) = (ui.input(|input| input.time), typed(ui));
    let mut letters = ui.data(|data| data.get_temp::<TypedLetters>(key)).unwrap_or_default();
    if now - letters.at > PAUSE {
        letters.text.clear();
    }
    if new.is_empty() || letters.text.is_empty() && new.trim().is_empty() {
        return None;
    }
    pressed(ui, Modifiers::NONE, Key::Space);
    letters.text.push_str(&new);
    letters.at = now;
    let text = letters.text.clone();
    ui.data_mut(|data| data.insert_temp(key, letters));
    Some(text)
}

/// The option that the letters begin, or a word of it. One letter, also typed again and again, leads from option to
/// option; more letters stay at the current option while they fit.
pub fn beginning(options: &[String], letters: &str, at: usize) -> Option<usize> {
    let letters = letters.trim_start().to_lowercase();
    let first = letters.chars().next()?;
    let is_one = letters.chars().all(|letter| letter == first);
    let wanted = if is_one { first.to_string() } else { letters };
    let start = if is_one { at + 1 } else { at };
    let places = || (0..options.len()).map(|step| (start + step) % options.len());
    let begins = |place: &usize| options[*place].to_lowercase().starts_with(&wanted);
    let has_word =
        |place: &usize| options[*place].to_lowercase().split([' ', '(']).any(|word| word.starts_with(&wanted));
    places().find(begins).or_else(|| places().find(has_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lead_to_the_option_that_they_begin() {
        let units = ["minutes", "hours", "days", "weekdays", "weeks", "months"].map(str::to_owned);
        assert_eq!(beginning(&units, "h", 2), Some(1));
        assert_eq!(beginning(&units, "m", 0), Some(5), "the next one");
        assert_eq!(beginning(&units, "mm", 5), Some(0), "and round");
        assert_eq!(beginning(&units, "mo", 0), Some(5));
        assert_eq!(beginning(&units, "WE", 3), Some(3), "more letters stay while they fit");
        assert_eq!(beginning(&units, "weeks", 3), Some(4));
        assert_eq!(beginning(&units, "x", 3), None);
        let days = ["Any day", "Day of the month"].map(str::to_owned);
        assert_eq!(beginning(&days, "month", 0), Some(1), "a word within counts too");
        assert_eq!(beginning(&[], "a", 0), None);
    }
}
