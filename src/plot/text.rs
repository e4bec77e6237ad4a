//! Words and numbers on a picture: how wide they are, where they break, how they are rounded.

/// Width of `text` in pixels at `size` pixels, a little generous, since the reader's font is unknown.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' => 0.28,
        ' '
        | '.'
        | ','
        | ':'
        | ';'
        | '!'
        | 'I'
        | 'f'
        | 't'
        | 'r'
        | '('
        | ')'
        | '['
        | ']'
        | '/'
        | '-'
        | '⁻'
        | '⁰'..='⁹'
        | '²'
        | '³'
        | '¹' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.95,
        'A'..='Z' | 'µ' | '×' | '÷' | '√' | '+' | '=' | '<' | '>' | '~' => 0.72,
        '\u{2e80}'.. => 1.05,
        _ => 0.6,
    }
}

/// `text` in lines of at most `widest` pixels at `size` pixels, broken at spaces where it can be.
pub(super) fn wrap(text: &str, size: f64, widest: f64) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && width(&line, size) + width(" ", size) + width(word, size) > widest {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for character in word.chars() {
            line.push(character);
            if width(&line, size) > widest && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// `value` to `digits` significant digits, without trailing zeros; powers of ten outside 1e-4 to 1e6.
pub(super) fn rounded(value: f64, digits: usize) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{}", rounded_size(value.abs(), digits))
}

fn rounded_size(value: f64, digits: usize) -> String {
    let scientific = format!("{value:.*e}", digits.saturating_sub(1));
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..6).contains(&exponent) {
        let decimals = digits.saturating_sub(1).saturating_add_signed(-exponent as isize);
        let kept: f64 = scientific.parse().unwrap_or(value);
        return without_trailing_zeros(&format!("{kept:.decimals$}")).to_owned();
    }
    match without_trailing_zeros(mantissa) {
        "1" => format!("10{}", superscript(exponent)),
        mantissa => format!("{mantissa}×10{}", superscript(exponent)),
    }
}

fn without_trailing_zeros(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

fn superscript(exponent: i32) -> String {
    let raised = |character| match character {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32('⁰' as u32 + digit as u32 - '0' as u32).unwrap_or(digit),
    };
    exponent.to_string().chars().map(raised).collect()
}

/// `number` with a comma after each three digits: `10,000`.
pub(super) fn grouped(number: &str) -> String {
    let digits = number.chars().take_while(|c| *c == '−' || c.is_ascii_digit()).count();
    let mut text = String::new();
    for (at, character) in number.chars().enumerate() {
        let left = digits.saturating_sub(at);
        if at > 0 && left > 0 && left % 3 == 0 && !text.ends_with('−') {
            text.push(',');
        }
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, rounded, width, wrap};

    #[test]
    fn numbers_are_rounded_and_end_without_zeros() {
        let cases = [
            (8.637, "8.64"),
            (8.6, "8.6"),
            (120.0, "120"),
            (1234.0, "1230"),
            (0.05, "0.05"),
            (-2.5, "−2.5"),
            (0.0, "0"),
            (1e-9, "10⁻⁹"),
            (2.5e12, "2.5×10¹²"),
            (999.96, "1000"),
        ];
        for (value, expected) in cases {
            assert_eq!(rounded(value, 3), expected);
        }
    }

    #[test]
    fn long_numbers_are_read_in_groups_of_three() {
        for (number, expected) in [
            ("1000", "1,000"),
            ("999", "999"),
            ("100000", "100,000"),
            ("−100", "−100"),
            ("−2500", "−2,500"),
            ("1234.5678", "1,234.5678"),
            ("0.0001", "0.0001"),
            ("10⁻⁹", "10⁻⁹"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        let text = "band: ATP 1–5 mM, abundances and an-unbroken-name-of-a-substance";
        let lines = wrap(text, 18.0, 140.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 18.0) <= 140.0));
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
    }
}
