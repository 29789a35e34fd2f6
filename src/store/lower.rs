//! Comparing without regard to capitals.

use diesel::sql_types::Text;

diesel::define_sql_function! {
    /// Small letters; of other than ASCII ones SQLite knows nothing.
    fn lower(text: Text) -> Text;
}
