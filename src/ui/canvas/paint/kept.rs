//! Textures that are kept, and only drawn again when they would look different.

use eframe::egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};

/// A texture, and the key that it depends on.
pub struct CachedTexture<K>(Option<(K, TextureHandle)>);

impl<K> Default for CachedTexture<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq> CachedTexture<K> {
    /// The texture for a key: the kept one, or a new one.
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
