//! Finds the known name closest to an unknown one.

use strsim::osa_distance;

/// Longest names that are compared.
const LONGEST: usize = 64;
/// Most comparisons in one check, so that suggestions don't make it slow.
const MOST_COMPARISONS: usize = 200_000;
/// Most names that are considered in one check, compared or not.
const MOST_LOOKS: usize = 10_000_000;

/// Finds known names close to unknown ones, up to the limits of a check.
pub(super) struct Nearest {
    left: usize,
    looks: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { left: MOST_COMPARISONS, looks: MOST_LOOKS }
    }
}

/// Most comparisons for one name in a form, which is drawn often.
const MOST_IN_A_FORM: usize = 4_000;

impl Nearest {
    /// As the usual one, but for one name while something is drawn.
    pub(super) fn brief() -> Self {
        Self { left: MOST_IN_A_FORM, looks: MOST_IN_A_FORM }
    }

    /// Whether the limits are reached, so that it finds nothing more.
    pub(super) fn is_spent(&self) -> bool {
        self.left == 0 || self.looks == 0
    }

    /// The value of the candidate closest to `wanted`; `None` if none is close.
    ///
    /// Case is ignored, and a third of the letters may differ. Of several equally close candidates, the first.
    pub(super) fn of<'a, T>(&mut self, wanted: &str, candidates: impl Iterator<Item = (&'a str, T)>) -> Option<T> {
        if wanted.len() > LONGEST {
            return None;
        }
        let wanted = wanted.trim().to_lowercase();
        let mut best: Option<(usize, T)> = None;
        for (name, answer) in candidates {
            let Some(looks) = self.looks.checked_sub(1) else { break };
            self.looks = looks;
            let apart = name.len().abs_diff(wanted.len());
            if name.len() > LONGEST || apart > wanted.len() {
                continue;
            }
            let Some(left) = self.left.checked_sub(1) else { break };
            self.left = left;
            let name = name.to_lowercase();
            let distance = osa_distance(&wanted, &name);
            let allowed = (wanted.chars().count().max(name.chars().count()) / 3).clamp(1, 4);
            if distance <= allowed
                && distance < name.chars().count()
                && best.as_ref().is_none_or(|(least, _)| distance < *least)
            {
                best = Some((distance, answer));
            }
        }
        best.map(|(_, answer)| answer)
    }
}
