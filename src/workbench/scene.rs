//! Everything a run needs, opened and resolved: the campaign, the plan, the contacts, the times.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{Enter, Rehearsal, RehearsedScope};
use crate::campaign::scope::Scope;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Layout;
use crate::simulate::entry::EntryTimes;
use crate::simulate::plan::Plan;
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read_with;

use super::failure::Failure;
use super::people::{ContactsSource, RunContacts};

/// The source that was asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path of the campaign's file.
    pub campaign: PathBuf,
    /// The name of the sequence; `None` for the rehearsal's, else the first.
    pub sequence: Option<String>,
    /// The entry time of contacts that have none, in the campaign's zone.
    pub enter: Option<DateTime>,
    /// When the run ends, in the campaign's zone.
    pub until: Option<DateTime>,
    /// The current time: the entry time if nothing else says so.
    pub now: Instant,
}

/// An open campaign, its compiled plan, and the times of a run.
pub struct RunScene {
    /// The campaign as it was opened.
    pub campaign: Campaign,
    /// The slots of the contacts' fields.
    pub layout: Arc<Layout>,
    /// The compiled plan of the sequence.
    pub plan: Plan,
    /// The entry time of contacts that have none.
    pub enter: Instant,
    /// The last instant that is simulated.
    pub until: Instant,
    folder: PathBuf,
    rehearsal: Option<Rehearsal>,
}

impl RunScene {
    /// Opens the campaign and compiles the sequence.
    ///
    /// # Errors
    /// If the campaign can't be read, or a name, date or time in the request doesn't fit it.
    pub fn open(request: &Request, source: Option<&ContactsSource>) -> Result<Self, Failure> {
        Self::open_with(request, source, &Control::default())
    }

    /// As [`RunScene::open`], with progress and cancellation by `control`.
    ///
    /// # Errors
    /// Those of the function without `control`, or if it was cancelled.
    pub fn open_with(request: &Request, source: Option<&ContactsSource>, control: &Control) -> Result<Self, Failure> {
        let campaign = read_with(&request.campaign, control)?.campaign;
        let rehearsal = match source {
            Some(ContactsSource::Rehearsal(name)) => Some(named_rehearsal(&campaign, name)?.clone()),
            _ => None,
        };
        let scope = match (&request.sequence, &rehearsal) {
            (None, Some(rehearsal)) => scope_of(&campaign, rehearsal)?,
            (wanted, _) => Scope::Sequence(named_sequence(&campaign, wanted.as_deref())?),
        };
        let layout = Layout::new(&campaign.directory);
        let plan = Plan::new(&campaign, scope, &layout)
            .map_err(|error| Failure::Unreadable(format!("{}: {error}", request.campaign.display())))?;
        let zone = plan.zone().clone();
        let enter = match request.enter {
            Some(local) => at_local(local, &zone, "--enter")?,
            None => Instant::from_utc_secs(request.now.utc_secs().div_euclid(60) * 60),
        };
        let until = match request.until.or(rehearsal.as_ref().map(|rehearsal| rehearsal.until)) {
            Some(local) => at_local(local, &zone, "--until")?,
            None => Instant::LAST,
        };
        let folder = request.campaign.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self { campaign, layout, plan, enter, until, folder, rehearsal })
    }

    /// The scene of a rehearsal of a campaign in memory. Paths of contacts files are relative to `folder`; contacts
    /// without an entry time enter at `now`, to the minute.
    ///
    /// # Errors
    /// If the rehearsal's sequence or the campaign's zone doesn't exist, or it ends outside simulated time.
    pub fn of_rehearsal(
        campaign: Campaign,
        rehearsal: Rehearsal,
        folder: &Path,
        now: Instant,
    ) -> Result<Self, Failure> {
        let scope = scope_of(&campaign, &rehearsal)?;
        let layout = Layout::new(&campaign.directory);
        let plan = Plan::new(&campaign, scope, &layout).map_err(|error| Failure::Unreadable(error.to_string()))?;
        let enter = Instant::from_utc_secs(now.utc_secs().div_euclid(60) * 60);
        let until = at_local(rehearsal.until, plan.zone(), "The rehearsal's end,")?;
        let folder = folder.to_owned();
        Ok(Self { campaign, layout, plan, enter, until, folder, rehearsal: Some(rehearsal) })
    }

    /// The scene of a saved run, as it was when the run was made.
    pub(super) fn of_saved(
        (campaign, rehearsal): (Campaign, Option<Rehearsal>),
        (layout, plan): (Arc<Layout>, Plan),
        (enter, until): (Instant, Instant),
        folder: PathBuf,
    ) -> Self {
        Self { campaign, layout, plan, enter, until, folder, rehearsal }
    }

    /// The campaign's folder, for relative paths.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The rehearsal of the scene, if it has one.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref()
    }

    /// The contacts of the scene's rehearsal; none if it has no rehearsal.
    ///
    /// # Errors
    /// If the contacts can't be read.
    pub fn rehearsal_people(&self) -> Result<RunContacts, Failure> {
        match &self.rehearsal {
            Some(rehearsal) => self.people(&ContactsSource::Rehearsal(rehearsal.name.clone())),
            None => Err(Failure::Usage("no rehearsal was opened".to_owned())),
        }
    }

    /// The part of the campaign that the plan was compiled from.
    pub fn scope(&self) -> Scope {
        self.plan.scope()
    }

    /// The sequence that is run.
    pub fn sequence(&self) -> &Sequence {
        let Scope::Sequence(id) = self.scope();
        // The sequence existed when the plan was compiled, and the campaign hasn't changed since.
        self.campaign.sequence_or_first(id)
    }

    /// The contacts of a source.
    ///
    /// # Errors
    /// If the contacts can't be read.
    pub fn people(&self, source: &ContactsSource) -> Result<RunContacts, Failure> {
        self.people_with(source, &Control::default())
    }

    /// As [`RunScene::people`], with progress and cancellation by `control`.
    ///
    /// # Errors
    /// Those of the function without `control`, or if it was cancelled.
    pub fn people_with(&self, source: &ContactsSource, control: &Control) -> Result<RunContacts, Failure> {
        let zone = self.plan.zone();
        match (source, &self.rehearsal) {
            (ContactsSource::File { path, overrides }, _) => {
                RunContacts::file(path, overrides, &self.campaign, &self.layout, zone, control)
            }
            (ContactsSource::Generated { count, seed }, _) => {
                RunContacts::generated(*count, *seed, &self.campaign, &self.layout)
            }
            (ContactsSource::Rehearsal(_), Some(rehearsal)) => {
                RunContacts::of_rehearsal(&rehearsal.people, &self.folder, &self.campaign, &self.layout, zone, control)
            }
            (ContactsSource::Rehearsal(name), None) => named_rehearsal(&self.campaign, name)
                .map(|_| ())
                .and_then(|()| Err(Failure::Usage(format!("rehearsal `{name}` was not opened")))),
        }
    }

    /// When the contacts of a list enter. `count` is only called if entries are spread over time.
    ///
    /// # Errors
    /// If `count` fails.
    pub fn entries(&self, count: impl FnOnce() -> Result<u64, Failure>) -> Result<EntryTimes, Failure> {
        match &self.rehearsal {
            None => Ok(EntryTimes::ByColumn(self.enter)),
            Some(Rehearsal { enter: enter @ Enter::Spread(..), .. }) => {
                Ok(EntryTimes::of_rehearsal(*enter, self.enter, count()?, self.plan.zone()))
            }
            Some(rehearsal) => Ok(EntryTimes::of_rehearsal(rehearsal.enter, self.enter, 0, self.plan.zone())),
        }
    }
}

/// The instant of a local time in the campaign's zone, if it is within simulated time.
fn at_local(local: DateTime, zone: &Zone, option: &str) -> Result<Instant, Failure> {
    let at = zone.resolve(local);
    match at.is_simulated() {
        true => Ok(at),
        false => {
            Err(Failure::Usage(format!("{option} {local} is outside simulated time, which goes from 1970 to 2099")))
        }
    }
}

/// The sequence with this name; the first one if `wanted` is `None`.
pub(super) fn named_sequence(campaign: &Campaign, wanted: Option<&str>) -> Result<SequenceId, Failure> {
    let Some(name) = wanted else { return Ok(campaign.sequences[0].id) };
    campaign.sequence_named(name).map(|sequence| sequence.id).ok_or_else(|| {
        let names = campaign.sequences.iter().map(|sequence| sequence.name.as_str());
        Failure::Usage(format!("there is no sequence `{name}`; the campaign has {}", list(names)))
    })
}

/// The sequence that a rehearsal is for.
fn scope_of(campaign: &Campaign, rehearsal: &Rehearsal) -> Result<Scope, Failure> {
    match &rehearsal.of {
        RehearsedScope::Scope(scope) => Ok(*scope),
        RehearsedScope::UnknownSequence(name) => named_sequence(campaign, Some(name)).map(Scope::Sequence),
    }
}

fn named_rehearsal<'a>(campaign: &'a Campaign, name: &str) -> Result<&'a Rehearsal, Failure> {
    campaign.rehearsal(name).ok_or_else(|| {
        let names = campaign.rehearsals.iter().map(|rehearsal| rehearsal.name.as_str());
        Failure::Usage(format!("there is no rehearsal `{name}`; the campaign has {}", list(names)))
    })
}

/// Names in quotes, at most a dozen.
fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.take(13).map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => "none".to_owned(),
        13 => {
            names[12] = "…".to_owned();
            names.join(", ")
        }
        _ => names.join(", "),
    }
}
