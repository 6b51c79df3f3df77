//! Everything that is sent and assigned up to an instant, computed in the background, and the kinds of load in it.

use crate::calendar::{Instant, Zone};
use crate::report::load::{EMAILS, HourCounts, NO_COUNTS, SentLoad, UserLoad, of_list_in, of_users_in};
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// Everything that is assigned and sent up to an instant.
#[derive(Debug)]
pub(super) struct Loads {
    pub(super) sent: SentLoad,
    users: Vec<UserLoad>,
    /// The sum over all users.
    everybody: UserLoad,
    /// The kinds of load, with their names; emails are always included.
    pub(super) offers: Vec<(LoadKind, String)>,
}

/// The kinds of load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LoadKind {
    /// Communications of one kind, by the kind's plural: `Emails`.
    Sent(&'static str),
    /// Tasks of the user with this id; `None` for all users.
    Tasks(Option<String>),
    Opportunities(Option<String>),
    /// Contacts that got an owner.
    Owners(Option<String>),
}

impl Default for LoadKind {
    fn default() -> Self {
        LoadKind::Sent(EMAILS)
    }
}

impl Loads {
    pub(super) fn of(run: &FinishedRehearsal, zone: &Zone, at: Instant) -> Self {
        let scene = &run.scene;
        let sent = of_list_in(zone, &scene.plan, scene.sequence(), &run.kept.run, at);
        let users = of_users_in(zone, run.kept.assignments(scene), at);
        let mut everybody = UserLoad::default();
        for load in &users {
            everybody.tasks.add(&load.tasks);
            everybody.opportunities.add(&load.opportunities);
            everybody.owners.add(&load.owners);
        }
        let offers = offers(run, &sent, &users, &everybody);
        Self { sent, users, everybody, offers }
    }

    /// The hours of a kind of load.
    pub(super) fn hours(&self, what: &LoadKind) -> &HourCounts {
        match what {
            LoadKind::Sent(words) => self.sent.of(words),
            LoadKind::Tasks(user) => self.of_user(user.as_deref()).map_or(&NO_COUNTS, |load| &load.tasks),
            LoadKind::Opportunities(user) => {
                self.of_user(user.as_deref()).map_or(&NO_COUNTS, |load| &load.opportunities)
            }
            LoadKind::Owners(user) => self.of_user(user.as_deref()).map_or(&NO_COUNTS, |load| &load.owners),
        }
    }

    fn of_user(&self, user: Option<&str>) -> Option<&UserLoad> {
        match user {
            None => Some(&self.everybody),
            Some(id) => self.users.iter().find(|load| load.user == id),
        }
    }
}

fn offers(
    run: &FinishedRehearsal,
    sent: &SentLoad,
    users: &[UserLoad],
    everybody: &UserLoad,
) -> Vec<(LoadKind, String)> {
    let sent = sent.all().filter(|(words, hours)| *words == EMAILS || !hours.is_empty());
    let mut all: Vec<(LoadKind, String)> = sent.map(|(words, _)| (LoadKind::Sent(words), words.to_owned())).collect();
    type Of = (fn(Option<String>) -> LoadKind, &'static str, fn(&UserLoad) -> &HourCounts);
    let given: [Of; 3] = [
        (LoadKind::Tasks, "Tasks", |load| &load.tasks),
        (LoadKind::Opportunities, "Opportunities", |load| &load.opportunities),
        (LoadKind::Owners, "New contacts", |load| &load.owners),
    ];
    for (what, words, hours) in given {
        if hours(everybody).is_empty() {
            continue;
        }
        all.push((what(None), format!("{words}, all users")));
        for load in users.iter().filter(|load| !hours(load).is_empty()) {
            let name = run.scene.campaign.directory.user_called(&load.user);
            all.push((what(Some(load.user.clone())), format!("{words}, {name}")));
        }
    }
    all
}
