//! Opening, saving, exporting, the gallery, and the question before unsaved changes are lost.
