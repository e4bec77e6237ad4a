//! Formulas as words: numbers, names and signs.

/// A word of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(f64),
    /// A name, and whether it was in quotes, so that it can only be a name.
    Name(String, Quoted),
    Sign(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoted {
    Yes,
    No,
}

/// Longer signs come first, so that `<=` is not read as `<`.
const SIGNS: [&str; 14] = ["->", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ",", "="];

/// What is wrong, and at which character.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Problem {
    pub(super) at: usize,
    pub(super) problem: String,
}

/// The words of a text, each with the position of its first character.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Problem> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let rest = &letters[at..];
        let (length, token) = if letter.is_whitespace() {
            at += 1;
            continue;
        } else if letter.is_ascii_digit() || letter == '.' {
            number(rest).ok_or_else(|| wrong(at, "this is not a number"))?
        } else if letter.is_alphabetic() || letter == '_' {
            let length = rest.iter().take_while(|c| in_name(**c)).count();
            (length, Token::Name(rest[..length].iter().collect(), Quoted::No))
        } else if letter == '\'' || letter == '`' {
            quoted(rest).ok_or_else(|| wrong(at, "the quote is not closed"))?
        } else {
            let sign = SIGNS
                .into_iter()
                .find(|sign| sign.chars().eq(rest.iter().copied().take(sign.len())));
            let sign = sign.ok_or_else(|| {
                let problem = format!("`{letter}` means nothing here; put names with it in quotes");
                Problem { at, problem }
            })?;
            (sign.len(), Token::Sign(sign))
        };
        tokens.push((at, token));
        at += length;
    }
    Ok(tokens)
}

/// Whether a name can stand without quotes.
pub(super) fn is_plain(name: &str) -> bool {
    let begins = name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    begins && name.chars().all(in_name) && name != "time"
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

fn number(letters: &[char]) -> Option<(usize, Token)> {
    let digits = |from: usize| letters[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut length = digits(0);
    if letters.get(length) == Some(&'.') {
        length += 1 + digits(length + 1);
    }
    if matches!(letters.get(length), Some('e' | 'E')) {
        let signed = usize::from(matches!(letters.get(length + 1), Some('+' | '-')));
        let exponent =
            letters.get(length + 1 + signed..).map_or(0, |_| digits(length + 1 + signed));
        if exponent > 0 {
            length += 1 + signed + exponent;
        }
    }
    let text: String = letters[..length].iter().collect();
    text.parse().ok().map(|number| (length, Token::Number(number)))
}

/// A name in quotes; two quotes together stand for one inside it.
fn quoted(letters: &[char]) -> Option<(usize, Token)> {
    let quote = letters[0];
    let mut name = String::new();
    let mut at = 1;
    loop {
        match (*letters.get(at)?, letters.get(at + 1)) {
            (c, Some(&next)) if c == quote && next == quote => {
                name.push(quote);
                at += 2;
            }
            (c, _) if c == quote => return Some((at + 1, Token::Name(name, Quoted::Yes))),
            (c, _) => {
                name.push(c);
                at += 1;
            }
        }
    }
}

fn wrong(at: usize, problem: &str) -> Problem {
    Problem { at, problem: problem.into() }
}
