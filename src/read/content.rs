//! What bytes look like, whatever the file is called.

use crate::finding::Language;

/// The kind of content, told by the first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A zip container, as `.xlsx`, `.docx` and `.ods` are.
    Zip,
    /// An OLE container that holds an encrypted Office document.
    Encrypted,
    /// Another OLE container: `.xls`, `.doc`.
    Ole,
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
    /// A GIF image.
    Gif,
    /// A PDF document.
    Pdf,
    /// Text, or bytes that at least do not look like anything else.
    Text,
    /// Bytes with NUL in them that look like nothing known.
    Binary,
}

/// First bytes that tell the kind.
const SIGNATURES: &[(&[u8], Content)] = &[
    (b"PK\x03\x04", Content::Zip),
    (b"PK\x05\x06", Content::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::Ole),
    (b"\x89PNG\r\n", Content::Png),
    (b"\xFF\xD8\xFF", Content::Jpeg),
    (b"GIF8", Content::Gif),
    (b"%PDF", Content::Pdf),
];

/// Name of the stream that an encrypted document is kept in, as the container's directory
/// spells it (UTF-16LE).
const ENCRYPTED_PACKAGE: &str = "EncryptedPackage";

/// How many bytes are looked at where the first ones tell nothing.
const HEAD: usize = 1024;

impl Content {
    /// The kind of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
        match known {
            Some((_, Self::Ole)) => {
                let name: Vec<u8> =
                    ENCRYPTED_PACKAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let encrypted = bytes.windows(name.len()).any(|window| window == name);
                if encrypted { Self::Encrypted } else { Self::Ole }
            }
            Some((_, kind)) => *kind,
            // UTF-16 text holds NUL too, but begins with its byte order mark: the text readers
            // say what to do about it.
            None if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") => Self::Text,
            None if bytes.iter().take(HEAD).any(|&byte| byte == 0) => Self::Binary,
            None => Self::Text,
        }
    }

    /// What messages call it.
    pub(super) const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Zip, Language::Japanese) => "ZIP 形式（.xlsx など）",
            (Self::Zip, Language::English) => "a ZIP container (such as .xlsx)",
            (Self::Encrypted, Language::Japanese) => "パスワード付きの Office ファイル",
            (Self::Encrypted, Language::English) => "a password-protected Office file",
            (Self::Ole, Language::Japanese) => "古い Office 形式（.xls、.doc など）",
            (Self::Ole, Language::English) => "an old Office file (.xls, .doc …)",
            (Self::Png, Language::Japanese) => "PNG 画像",
            (Self::Png, Language::English) => "a PNG image",
            (Self::Jpeg, Language::Japanese) => "JPEG 画像",
            (Self::Jpeg, Language::English) => "a JPEG image",
            (Self::Gif, Language::Japanese) => "GIF 画像",
            (Self::Gif, Language::English) => "a GIF image",
            (Self::Pdf, Language::Japanese) => "PDF",
            (Self::Pdf, Language::English) => "a PDF document",
            (Self::Text, Language::Japanese) => "テキスト",
            (Self::Text, Language::English) => "text",
            (Self::Binary, Language::Japanese) => "不明なデータ",
            (Self::Binary, Language::English) => "unknown data",
        }
    }
}
