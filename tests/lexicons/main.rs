//! The lexicons, held to words that nobody chose.
mod draw;
#[test]
fn draw() {
    println!("{}", draw::verbal_nouns(150).join("\n"));
}
