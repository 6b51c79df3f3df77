//! What the rules reference keeps between frames.

use eframe::egui::Id;

use super::shown::ShownQuestion;
use crate::ui::controls::search_list::SearchList;
use crate::workbench::rules::search::search;
use crate::workbench::rules::{Question, TOPICS, question};

/// What the reference keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct RulesState {
    pub(super) list: SearchList,
    /// The rows of the list: all topics and questions, or the questions that were found.
    pub(super) rows: Vec<RulesRow>,
    /// The question of the page with its computed examples; `None` for a topic.
    pub(super) shown: Option<ShownQuestion>,
    pub(super) is_open: bool,
    /// The page goes back to its top.
    pub(super) goes_to_top: bool,
    /// Focus goes from the search field to the page.
    pub(super) enters_page: bool,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub enum RulesRow {
    /// The heading of a topic, by its index.
    Topic(usize),
    /// A question.
    Question(&'static Question),
}

impl RulesState {
    /// The widget id of the search field.
    pub(super) fn field() -> Id {
        Id::unique("search rules")
    }

    /// Opens at a link: the id of a question, a topic or a rule.
    pub(super) fn open(&mut self, link: Option<&str>) {
        self.list = SearchList::of(Self::field());
        self.go_to(link.unwrap_or_default());
    }

    /// Lists everything, and shows the target of a link; the first question if there is none.
    pub(super) fn go_to(&mut self, link: &str) {
        self.list.text.clear();
        self.list_rows();
        let asked = question(link);
        let is_target = |row: &RulesRow| match row {
            RulesRow::Topic(place) => asked.is_none() && TOPICS[*place].id == link,
            RulesRow::Question(question) => asked.is_some_and(|asked| asked.id == question.id),
        };
        // Without a link, the first question is more to look at than the first heading.
        let row = self.rows.iter().position(is_target).unwrap_or(1);
        self.list.go_to(row);
        self.show();
    }

    /// Lists what fits the typed text.
    pub(super) fn search(&mut self) {
        self.list_rows();
        self.show();
    }

    fn list_rows(&mut self) {
        self.rows = if self.list.text.trim().is_empty() {
            let topic = |place: usize| TOPICS[place].questions.iter().map(RulesRow::Question);
            (0..TOPICS.len()).flat_map(|place| std::iter::once(RulesRow::Topic(place)).chain(topic(place))).collect()
        } else {
            search(&self.list.text).into_iter().map(RulesRow::Question).collect()
        };
    }

    /// Shows the current row on the page.
    pub(super) fn show(&mut self) {
        let asked = match self.rows.get(self.list.at) {
            Some(RulesRow::Question(question)) => Some(*question),
            Some(RulesRow::Topic(_)) | None => None,
        };
        let now = self.shown.as_ref().map(|shown| shown.question.id);
        if asked.map(|question| question.id) != now || asked.is_none() {
            self.goes_to_top = true;
            self.shown = asked.map(ShownQuestion::new);
        }
    }

    /// The topic of the page, if the current row is one.
    pub(super) fn topic(&self) -> Option<usize> {
        match self.rows.get(self.list.at) {
            Some(RulesRow::Topic(place)) => Some(*place),
            Some(RulesRow::Question(_)) | None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_question_on_the_page_leaves_the_page_as_it_is() {
        let mut reference = RulesState::default();
        let question = TOPICS[1].questions[0].id;
        reference.go_to(question);
        assert!(reference.goes_to_top);
        reference.goes_to_top = false;
        // The list has moved on, as by a search.
        reference.list.go_to(0);
        reference.go_to(question);
        assert_eq!(reference.shown.as_ref().map(|shown| shown.question.id), Some(question));
        assert!(!reference.goes_to_top, "no other page was shown in between");
    }
}
