//! A detail of an effect as a cell: ids and keys become names.

use crate::calendar::words::capital;
use crate::campaign::directory::Directory;
use crate::campaign::fields::field_name;
use crate::campaign::kinds::Deliver;
use crate::report::table_zone::RowZone;
use crate::simulate::effects::EffectContext;
use crate::simulate::effects::detail_cell::DetailCell;

use super::table::TableCell;

/// The cell of a detail, with its local time in the zone of the row.
pub(super) fn detail_cell(cell: DetailCell, context: &EffectContext<'_>, zone: RowZone<'_>) -> TableCell<'static> {
    let directory = &context.campaign.directory;
    match cell {
        DetailCell::Empty => TableCell::Empty,
        DetailCell::Text(text) => text.into(),
        DetailCell::Count(count) => TableCell::Count(count),
        DetailCell::Date(day) => TableCell::Date(day),
        DetailCell::Local(local) => TableCell::Local(zone.local(context.plan.zone().resolve(local))),
        DetailCell::User(id) => directory.user_called(&id).to_owned().into(),
        DetailCell::Recipient(Deliver::Dashboard(id)) => format!("Dashboard of {}", directory.user_called(&id)).into(),
        DetailCell::Recipient(Deliver::Email(address)) => address.into(),
        DetailCell::Field(key) => field_caption(&key, directory).into(),
        DetailCell::Fields(fields) => {
            let pair = |(key, value): (String, String)| format!("{}: {value}", field_caption(&key, directory));
            fields.into_iter().map(pair).collect::<Vec<_>>().join("; ").into()
        }
    }
}

/// The name of a field, with a capital: `First name`.
fn field_caption(key: &str, directory: &Directory) -> String {
    capital(&field_name(key, directory))
}
