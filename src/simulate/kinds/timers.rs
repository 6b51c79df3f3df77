//! Timers release contacts when they are due. An incomplete timer holds them.

use std::convert::Infallible;

use crate::calendar::delay::DelayPlan;
use crate::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings};
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::{RanItem, Simulated};

impl Simulated for DelayTimerSettings {
    type Effect = Infallible;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        let (timer, zone) = self.schedule.as_ref()?.complete()?;
        Some(ItemAction::Delay(Box::new(DelayPlan::new(timer, compiler.rules.day_count)), zone))
    }

    fn effect(&self, _: RanItem<'_>) -> Option<Self::Effect> {
        None
    }
}

impl Simulated for DateTimerSettings {
    type Effect = Infallible;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        let (timer, zone) = self.schedule.as_ref()?.complete()?;
        Some(ItemAction::Date(timer, zone))
    }

    fn effect(&self, _: RanItem<'_>) -> Option<Self::Effect> {
        None
    }
}

impl Simulated for FieldTimerSettings {
    type Effect = Infallible;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        let (timer, field, zone) = self.schedule.as_ref()?.complete(compiler.directory)?;
        Some(ItemAction::Field(timer, compiler.timer_source(field)?, zone))
    }

    fn effect(&self, _: RanItem<'_>) -> Option<Self::Effect> {
        None
    }
}
