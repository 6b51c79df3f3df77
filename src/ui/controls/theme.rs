//! Fonts and colours of the widgets, from the one table of colours.

use std::sync::Arc;

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontTweak, InsertFontFamily};
use eframe::egui::{self, Color32, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle};

use crate::picture::fonts;
use crate::picture::measure::is_emoji;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::settings::{Settings, ThemeChoice};

/// The family of headings and names.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The family of icons.
pub fn icon() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// The theme that egui shows.
pub fn of(ctx: &egui::Context) -> Theme {
    match ctx.theme() {
        egui::Theme::Light => Theme::Light,
        egui::Theme::Dark => Theme::Dark,
    }
}

/// A colour of the table as egui's type.
pub fn color(ink: ColorRole, theme: Theme) -> Color32 {
    let crate::picture::theme::Rgb(r, g, b) = ink.rgb(theme);
    Color32::from_rgb(r, g, b)
}

/// Sets fonts and both styles. Called once, at the start.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    // Used after the system's fonts, whose emoji have colours.
    ctx.add_font_provider(Arc::new(emoji));
    // The keys for scaling are commands like all others.
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // If the system has no preference.
        options.fallback_theme = egui::Theme::Light;
    });
    for (egui_theme, theme) in [(egui::Theme::Light, Theme::Light), (egui::Theme::Dark, Theme::Dark)] {
        ctx.style_mut_of(egui_theme, |style| dress(style, theme));
    }
}

/// A glyph of the icon font.
pub fn glyph(icon: lucide_icons::Icon) -> egui::RichText {
    egui::RichText::new(char::from(icon).to_string()).family(self::icon())
}

/// Applies the settings: the theme, and the scale multiplied by `enlarged`.
pub fn apply(ctx: &egui::Context, settings: &Settings, enlarged: f32) {
    let preference = match settings.theme {
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
        ThemeChoice::System => egui::ThemePreference::System,
    };
    if ctx.options(|options| options.theme_preference) != preference {
        ctx.set_theme(preference);
    }
    let scale = settings.scale * enlarged;
    if (ctx.zoom_factor() - scale).abs() > 0.001 {
        ctx.set_zoom_factor(scale);
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files = [("Inter", fonts::REGULAR), ("Inter SemiBold", fonts::SEMIBOLD), ("Lucide", fonts::ICONS)];
    for (name, file) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(file)));
    }
    let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let chain = |first: &[&str]| first.iter().map(|&name| name.to_owned()).chain(rest.clone()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, chain(&["Inter"]));
    fonts.families.insert(semibold(), chain(&["Inter SemiBold", "Inter"]));
    fonts.families.insert(icon(), chain(&["Lucide"]));
    fonts
}

/// The bundled emoji font, if no other font has the character.
fn emoji(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    request.cluster.chars().next().filter(|c| is_emoji(*c))?;
    // The same width as pictures assume.
    let tweak = FontTweak { scale: 0.81, ..FontTweak::default() };
    let family = InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest };
    Some(FontInsert::new("Noto Emoji", FontData::from_static(fonts::EMOJI).tweak(tweak), vec![family]))
}

fn dress(style: &mut egui::Style, theme: Theme) {
    let c = |ink| color(ink, theme);
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(11.5)),
        (TextStyle::Body, FontId::proportional(13.0)),
        (TextStyle::Button, FontId::proportional(13.0)),
        (TextStyle::Monospace, FontId::monospace(12.5)),
        (TextStyle::Heading, FontId::new(15.0, semibold())),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(8.0, 6.0);
    style.spacing.button_padding = egui::vec2(10.0, 5.0);
    style.spacing.interact_size = egui::vec2(36.0, 26.0);
    style.animation_time = 0.0;
    let visuals = &mut style.visuals;
    visuals.panel_fill = c(ColorRole::Panel);
    visuals.window_fill = c(ColorRole::Panel);
    visuals.window_stroke = Stroke::new(1.0, c(ColorRole::Line));
    visuals.extreme_bg_color = c(ColorRole::Field);
    visuals.faint_bg_color = c(ColorRole::Field);
    visuals.hyperlink_color = c(ColorRole::Accent);
    // For the words in empty fields: egui's own are too faint.
    visuals.weak_text_color = Some(c(ColorRole::Muted));
    visuals.selection.bg_fill = c(ColorRole::AccentField);
    visuals.selection.stroke = Stroke::new(1.5, c(ColorRole::Accent));
    visuals.window_corner_radius = 10.0.into();
    visuals.menu_corner_radius = 8.0.into();
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, c(ColorRole::Line));
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, c(ColorRole::Text));
    for (widget, fill) in [
        (&mut widgets.inactive, ColorRole::Field),
        (&mut widgets.hovered, ColorRole::AccentField),
        (&mut widgets.active, ColorRole::AccentField),
        (&mut widgets.open, ColorRole::Field),
    ] {
        widget.bg_fill = c(fill);
        widget.weak_bg_fill = c(fill);
        widget.fg_stroke = Stroke::new(1.0, c(ColorRole::Text));
        widget.bg_stroke = Stroke::NONE;
        widget.corner_radius = 6.0.into();
        widget.expansion = 0.0;
    }
}
