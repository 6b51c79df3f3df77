//! The form of a kind that needs nothing special: a control for each setting, in the order in which the kind visits
//! them.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::kinds::assign::Assignees;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{FieldFilter, Need, TextKind, VisitorMut};
use crate::campaign::kinds::{Assign, Kind};
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::field::NARROW;
use crate::ui::controls::field_choice::{self, DATED, EVERY_KIND};
use crate::ui::controls::form::Form;
use crate::ui::controls::names::LabelledNames;
use crate::ui::controls::{choice, field, merge, names};

use super::people;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, kind: &mut Kind) {
    kind.walk_mut(&mut Controls { ui, form });
}

struct Controls<'u, 'f> {
    ui: &'u mut Ui,
    form: &'u mut Form<'f>,
}

impl Controls<'_, '_> {
    /// A name out of a list, in which a new one can be created.
    fn pick(&mut self, setting: Setting, list: List, known: &LabelledNames, name: &mut Option<String>) {
        let form = &mut *self.form;
        choice::name(self.ui, setting.control(), name, known, list.word(), |typed| form.create(list, typed));
    }

    fn known(&self, list: List) -> LabelledNames {
        let directory = &self.form.campaign.directory;
        match list {
            List::Users => names::users(directory),
            List::RoundRobins => names::round_robins(directory),
            List::Stages => names::plain(&directory.sales_stages),
            List::Tags => names::plain(&directory.tags),
            List::Products => names::products(directory),
            List::ActionSets => names::plain(&directory.action_sets),
            List::Fields => names::fields(self.form.known, |_| true),
        }
    }
}

impl<'a> VisitorMut<'a> for Controls<'_, '_> {
    fn text(&mut self, setting: Setting, text: &'a mut String, writing: TextKind, _: Need) {
        let (ui, form, label) = (&mut *self.ui, &mut *self.form, setting.control());
        match writing {
            TextKind::Line => merge::text(ui, form, label, text),
            TextKind::Page => merge::long_text(ui, form, label, text),
            TextKind::Address => merge::with_menu(ui, form, label, text, FieldLook::default()),
            TextKind::Plain => drop(field::text(ui, form, label, text)),
        }
    }

    fn name(&mut self, setting: Setting, list: List, name: &'a mut String) {
        let mut chosen = (!name.is_empty()).then(|| name.clone());
        self.pick(setting, list, &self.known(list), &mut chosen);
        *name = chosen.unwrap_or_default();
    }

    fn field(&mut self, setting: Setting, key: &'a mut String, which: FieldFilter) {
        let known = self.form.known;
        let fields = names::fields(known, |field| match which {
            FieldFilter::Dated => field.is_dated(known),
            FieldFilter::Settable => field.can_be_set(),
        });
        let kinds = match which {
            FieldFilter::Dated => DATED,
            FieldFilter::Settable => EVERY_KIND,
        };
        let mut chosen = (!key.is_empty()).then(|| key.clone());
        field_choice::field(self.ui, self.form, setting.control(), &mut chosen, &fields, kinds);
        *key = chosen.unwrap_or_default();
    }

    fn amount(&mut self, setting: Setting, amount: &'a mut u64) {
        field::number(self.ui, self.form, setting.control(), amount, NARROW);
    }

    fn chosen(&mut self, setting: Setting, list: List, name: &'a mut Option<String>) {
        self.pick(setting, list, &self.known(list), name);
    }

    fn assign(&mut self, _: Setting, assign: &'a mut Option<Assign>, among: Assignees) {
        people::assign(self.ui, self.form, assign, among.owner, among.sales_reps);
    }
}
