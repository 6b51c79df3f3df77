//! Pictures that the graphics card keeps, drawn anew only when they would look different.

use eframe::egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};

/// A picture, and what it depends on.
pub struct Kept<K>(Option<(K, TextureHandle)>);

impl<K> Default for Kept<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq> Kept<K> {
    /// The picture for a key: the one that is kept, or one that is drawn now.
    pub fn get(
        &mut self,
        ctx: &Context,
        name: &str,
        key: K,
        options: TextureOptions,
        draw: impl FnOnce() -> ColorImage,
    ) -> TextureId {
        match &mut self.0 {
            Some((of, picture)) => {
                if *of != key {
                    picture.set(draw(), options);
                    *of = key;
                }
                picture.id()
            }
            none => none.insert((key, ctx.load_texture(name, draw(), options))).1.id(),
        }
    }
}
