//! The glyph of every kind of item, in the icon font.

use lucide_icons::Icon;

use crate::campaign::item::Kind;

/// The glyph for a kind of item.
pub fn of(kind: &Kind) -> char {
    char::from(match kind {
        Kind::Start => Icon::Play,
        Kind::DelayTimer { .. } => Icon::Hourglass,
        Kind::DateTimer { .. } => Icon::CalendarDays,
        Kind::FieldTimer { .. } => Icon::CalendarHeart,
        Kind::Email { .. } => Icon::Mail,
        Kind::Fax { .. } => Icon::Printer,
        Kind::Letter { .. } => Icon::FileText,
        Kind::ApplyRemoveTag { .. } => Icon::Tag,
        Kind::ApplyNote { .. } => Icon::StickyNote,
        Kind::CreateTask { .. } => Icon::ListChecks,
        Kind::CreateAppointment { .. } => Icon::CalendarPlus,
        Kind::SetFieldValue { .. } => Icon::PencilLine,
        Kind::AssignOwner { .. } => Icon::UserPlus,
        Kind::CreateOpportunity { .. } => Icon::Handshake,
        Kind::FulfillmentList { .. } => Icon::Package,
        Kind::CreateOrder { .. } => Icon::ShoppingCart,
        Kind::AddToCustomerHub => Icon::KeyRound,
        Kind::SendHttpPost { .. } => Icon::Webhook,
        Kind::ActionSet { .. } => Icon::Zap,
    })
}
