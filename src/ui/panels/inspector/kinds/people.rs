//! The setting for who gets a task, a contact or an opportunity.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::edit::DirectoryEntry;
use crate::campaign::kinds::Assign;
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::form::Form;
use crate::ui::controls::names;

/// `sales_rep`: only sales reps work here.
pub(super) fn assign(ui: &mut Ui, form: &mut Form<'_>, assign: &mut Option<Assign>, owner: bool, sales_rep: bool) {
    let directory = &form.campaign.directory;
    let (users, robins) = (names::users(directory), names::round_robins(directory));
    let mut choices: Vec<(Assign, String)> = Vec::new();
    for (id, words) in &users {
        let is_rep = directory.user(id).is_some_and(|user| user.sales_rep);
        let words = if sales_rep && !is_rep { format!("{words} (no sales rep)") } else { words.clone() };
        choices.push((Assign::User(id.clone()), words));
    }
    choices.extend(robins.iter().map(|(id, words)| (Assign::RoundRobin(id.clone()), format!("Round robin {words}"))));
    if owner {
        choices.push((Assign::Owner, "The contact's owner".to_owned()));
    }
    let shown = match assign {
        None => String::new(),
        Some(now) => match choices.iter().find(|choice| choice.0 == *now) {
            Some((_, words)) => words.clone(),
            None => unknown(now),
        },
    };
    let words: Vec<String> = choices.iter().map(|choice| choice.1.clone()).collect();
    match choice::choice(ui, "Assign to", &shown, &words, &[List::Users.word(), List::RoundRobins.word()]) {
        Some(PickedOption::Option(place)) => *assign = Some(choices[place].0.clone()),
        Some(PickedOption::New(0, name)) => *assign = Some(Assign::User(new_user(form, &name, sales_rep))),
        Some(PickedOption::New(_, name)) => *assign = Some(Assign::RoundRobin(form.create(List::RoundRobins, &name))),
        None => {}
    }
}

fn new_user(form: &mut Form<'_>, name: &str, is_rep: bool) -> String {
    form.create_as(List::Users, name, |entry| {
        if let DirectoryEntry::User(user) = entry {
            user.sales_rep = is_rep;
        }
    })
}

fn unknown(assign: &Assign) -> String {
    match assign {
        Assign::User(id) | Assign::RoundRobin(id) => format!("{id} (not in the directory)"),
        Assign::Owner => "The contact's owner".to_owned(),
    }
}
