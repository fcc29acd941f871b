//! Text in the encodings that offices save it in.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS};

use super::{ReadError, ReadErrorKind};

/// The text of a file without its byte order mark: in the encoding that the mark names, else in
/// UTF-8, else in CP932, which Excel saves CSV in.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(encoding), length),
        None => (None, 0),
    };
    let bytes = bytes.get(mark..).unwrap_or_default();
    let text = match (encoding, std::str::from_utf8(bytes)) {
        (None, Ok(text)) => Some(Cow::Borrowed(text)),
        // `SHIFT_JIS` is CP932 there, with ① and ㎡.
        (encoding, _) => {
            encoding.unwrap_or(SHIFT_JIS).decode_without_bom_handling_and_without_replacement(bytes)
        }
    };
    // NUL is in no text: these bytes are something else, such as UTF-16 without its mark.
    let text = text.filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| ReadErrorKind::UnknownEncoding.nowhere())?;
    if text.trim().is_empty() {
        return Err(ReadErrorKind::Empty.nowhere());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::read::ReadErrorKind;

    #[test]
    fn encodings() {
        let text = "目標①㎡～髙";
        let utf16 = |order: fn(u16) -> [u8; 2]| {
            "\u{feff}目標①㎡～髙".encode_utf16().flat_map(order).collect::<Vec<u8>>()
        };
        let (cp932, ..) = encoding_rs::SHIFT_JIS.encode(text);
        for bytes in [
            text.as_bytes(),
            "\u{feff}目標①㎡～髙".as_bytes(),
            &utf16(u16::to_le_bytes),
            &utf16(u16::to_be_bytes),
            &cp932,
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
        let without_mark: Vec<u8> = "a,b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in
            [&b"\xff\xff\xff"[..], b"a\0b", &without_mark, b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\x82"]
        {
            assert_eq!(decode(bytes), Err(ReadErrorKind::UnknownEncoding.nowhere()));
        }
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(ReadErrorKind::Empty.nowhere()));
    }
}
