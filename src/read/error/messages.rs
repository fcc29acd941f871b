//! What is said about each fault: what is wrong and what to do, in both languages.

use super::{Expected, ReadErrorKind, Refused, SyntaxFault};
use crate::finding::Language;
use crate::read::content::Content;

/// How to get a workbook that can be read, in both languages.
const SAVE_AS_XLSX: [&str; 2] = [
    "Excel で開き、「名前を付けて保存」で「Excel ブック (.xlsx)」として保存し直してください。",
    "Open it in Excel and save it as an Excel workbook (.xlsx).",
];

/// How to get a document that can be read.
const SAVE_AS_DOCX: &str =
    "Word で開き、「名前を付けて保存」で「Word 文書 (.docx)」として保存し直してください。";

impl ReadErrorKind {
    pub(super) fn japanese(&self) -> String {
        let [save, _] = SAVE_AS_XLSX;
        match self {
            Self::Empty => {
                "ファイルが空です。内容のあるファイルを指定してください。".to_owned()
            }
            Self::UnknownExtension { extension } if extension.is_empty() => {
                "ファイル名に拡張子がありません。.xlsx、.docx、.csv、.txt、.json、.md のいずれかにしてください。"
                    .to_owned()
            }
            Self::UnknownExtension { extension } => format!(
                "「.{extension}」のファイルは読めません。.xlsx、.docx、.csv、.txt、.json、.md のいずれかで保存し直してください。"
            ),
            Self::Refused(refused) => refused.message(Language::Japanese).to_owned(),
            Self::Mismatch { extension, content } => format!(
                "拡張子は「.{extension}」ですが、中身は{}です。{}",
                content.name(Language::Japanese),
                match content {
                    Content::Zip => "Excel ブックなら .xlsx、Word 文書なら .docx に拡張子を直してください。",
                    Content::Encrypted | Content::Ole => save,
                    _ => "拡張子を変えただけでは読めません。元の目標シートを指定してください。",
                }
            ),
            Self::LockFile => {
                "Excel が編集中に作る作業用のファイルです。名前から「~$」を除いた元のファイルを指定してください。"
                    .to_owned()
            }
            Self::NotUtf8 => {
                "文字コードが UTF-8 ではありません。エディターで開き、文字コードを UTF-8 にして保存し直してください。"
                    .to_owned()
            }
            Self::UnknownEncoding => {
                "文字コードが分かりません（UTF-8、UTF-16、Shift_JIS のいずれでもありません）。UTF-8 か Excel の「CSV UTF-8」で保存し直してください。"
                    .to_owned()
            }
            Self::OpenQuote => {
                "ここで始まる引用符「\"」が閉じていません。閉じる「\"」を補ってください。"
                    .to_owned()
            }
            Self::CutOff => {
                "JSON が途中で終わっています。閉じる括弧や引用符が足りないか、ファイルが途中で切れています。元のファイルを保存し直してください。"
                    .to_owned()
            }
            Self::Syntax(fault) => fault.message(Language::Japanese).to_owned(),
            Self::LoneSurrogate => {
                "「\\u」で書いた文字が文字の半分（サロゲートの片方）だけです。文字をそのまま書くか、対になる「\\u」を続けてください。"
                    .to_owned()
            }
            Self::WrongType { key, expected } => {
                let expected = expected.message(Language::Japanese);
                match key {
                    Some(key) => format!("「{key}」には{expected}を書いてください。"),
                    None => format!("ここには{expected}を書いてください。"),
                }
            }
            Self::DuplicateKey { key, first_line } => format!(
                "キー「{key}」が同じ {{ }} の中に二つあります（一つ目は {first_line}行）。一つにまとめてください。"
            ),
            Self::MissingGoals => {
                "シートに「goals」がありません。目標を「goals」の配列に書いてください。".to_owned()
            }
            Self::Password => {
                "パスワードで保護されています。Excel か Word で開き、「ファイル」→「情報」の「保護」でパスワードを解除して保存し直してください。"
                    .to_owned()
            }
            Self::Damaged => "ファイルが壊れているか、途中で切れています。Excel か Word で開いて保存し直すか、元のファイルを受け取り直してください。".to_owned(),
            Self::NotADocument => format!("Word 文書が入っていません。{SAVE_AS_DOCX}"),
            Self::NotAWorkbook => format!("Excel ブックが入っていません。{save}"),
            Self::TooLarge { limit, file: true } => format!(
                "ファイルが大きすぎます（上限 {limit} MiB）。写真など不要な内容を除いて保存し直してください。"
            ),
            Self::TooLarge { limit, file: false } => format!(
                "展開すると大きすぎます（上限 {limit} MiB）。不要なワークシートや書式を除いて保存し直してください。"
            ),
        }
    }

    pub(super) fn english(&self) -> String {
        let [_, save] = SAVE_AS_XLSX;
        match self {
            Self::Empty => "The file is empty. Name a file that has content.".to_owned(),
            Self::UnknownExtension { extension } if extension.is_empty() => {
                "The file name has no extension. Use .xlsx, .docx, .csv, .txt, .json or .md.".to_owned()
            }
            Self::UnknownExtension { extension } => format!(
                ".{extension} files cannot be read. Save it as .xlsx, .docx, .csv, .txt, .json or .md."
            ),
            Self::Refused(refused) => refused.message(Language::English).to_owned(),
            Self::Mismatch { extension, content } => format!(
                "The file is called .{extension}, but holds {}. {}",
                content.name(Language::English),
                match content {
                    Content::Zip => "If it is an Excel workbook, rename it to .xlsx, if a Word document to .docx.",
                    Content::Encrypted | Content::Ole => save,
                    _ => "Renaming does not convert it: name the goal sheet itself.",
                }
            ),
            Self::LockFile => {
                "This is the lock file that Excel keeps while a workbook is open. Name the workbook itself, without \"~$\"."
                    .to_owned()
            }
            Self::NotUtf8 => {
                "The text is not UTF-8. Open it in an editor and save it with the encoding UTF-8."
                    .to_owned()
            }
            Self::UnknownEncoding => {
                "The encoding is unknown (not UTF-8, UTF-16 or Shift_JIS). Save it as UTF-8, or in Excel as \"CSV UTF-8\"."
                    .to_owned()
            }
            Self::OpenQuote => {
                "The quotation mark that begins here is not closed. Add the closing one.".to_owned()
            }
            Self::CutOff => {
                "The JSON ends too early: a closing bracket or quotation mark is missing, or the file was cut off. Save the original again."
                    .to_owned()
            }
            Self::Syntax(fault) => fault.message(Language::English).to_owned(),
            Self::LoneSurrogate => {
                "This \\u escape is only half of a character (a lone surrogate). Write the character itself, or both halves."
                    .to_owned()
            }
            Self::WrongType { key, expected } => {
                let expected = expected.message(Language::English);
                match key {
                    Some(key) => format!("\"{key}\" must be {expected}."),
                    None => format!("Here must stand {expected}."),
                }
            }
            Self::DuplicateKey { key, first_line } => format!(
                "The key \"{key}\" stands twice in the same object (first on line {first_line}). Keep one of them."
            ),
            Self::MissingGoals => {
                "The sheet has no \"goals\". Write its goals as the array \"goals\".".to_owned()
            }
            Self::Password => {
                "The file is protected by a password. Open it in Excel or Word, remove the password (File, Info, Protect) and save it again."
                    .to_owned()
            }
            Self::Damaged => "The file is damaged or was cut off. Open it in Excel or Word and save it again, or get the original.".to_owned(),
            Self::NotADocument => "There is no Word document in it. Open it in Word and save it as a Word document (.docx).".to_owned(),
            Self::NotAWorkbook => format!("There is no Excel workbook in it. {save}"),
            Self::TooLarge { limit, file: true } => format!(
                "The file is too large (limit {limit} MiB). Remove what is not needed, such as pictures, and save it again."
            ),
            Self::TooLarge { limit, file: false } => format!(
                "The file unpacks to too much (limit {limit} MiB). Remove worksheets and formats that are not needed and save it again."
            ),
        }
    }
}

impl Refused {
    pub(super) const fn message(self, language: Language) -> &'static str {
        let [japanese, english] = match self {
            Self::OldExcel => [
                "この形式（.xls、.xlsb）は読めません。Excel で開き、.xlsx で保存し直してください。",
                "This format (.xls, .xlsb) is not read. Open it in Excel and save it as .xlsx.",
            ],
            Self::OpenDocument => [
                "この形式（.ods）は読めません。LibreOffice か Excel で開き、.xlsx で保存し直してください。",
                "This format (.ods) is not read. Open it in LibreOffice or Excel and save it as .xlsx.",
            ],
            Self::Word => [
                "この形式（.doc、.odt、.rtf）は読めません。Word で開き、.docx で保存し直してください。",
                "This format (.doc, .odt, .rtf) is not read. Open it in Word and save it as .docx.",
            ],
            Self::Pdf => [
                "PDF は読めません。PDF にする前の Excel か Word のファイルを .xlsx か .docx で指定してください。",
                "PDF is not read. Name the Excel or Word file that it was made from, as .xlsx or .docx.",
            ],
        };
        match language {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}

impl Expected {
    pub(super) const fn message(self, language: Language) -> &'static str {
        let [japanese, english] = match self {
            Self::SheetOrSheets => [
                "目標シート { … } か、その配列 [ … ] ",
                "a sheet { … } or an array of sheets [ … ]",
            ],
            Self::Sheet => ["目標シート { … } ", "a sheet { … }"],
            Self::Goals => ["目標の配列 [ { … }, … ] ", "an array of goals [ { … }, … ]"],
            Self::Goal => ["目標 { … } ", "a goal { … }"],
            Self::Strings => ["文字列の配列 [ \"…\", … ] ", "an array of strings [ \"…\", … ]"],
            Self::String => ["文字列 \"…\" ", "a string \"…\""],
            Self::StringOrNumber => ["文字列 \"…\" か数", "a string \"…\" or a number"],
        };
        match language {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}

impl SyntaxFault {
    pub(super) const fn message(self, language: Language) -> &'static str {
        let [japanese, english] = match self {
            Self::TrailingComma => [
                "閉じる括弧の前に余分な「,」があります。「,」を取ってください。",
                "There is a comma before a closing bracket. Remove the comma.",
            ],
            Self::MissingComma => [
                "「,」か閉じる括弧が足りません。この手前に補ってください。",
                "A comma or closing bracket is missing. Add it before this place.",
            ],
            Self::MissingColon => [
                "キーの後の「:」がありません。「\"キー\": 値」の形で書いてください。",
                "There is no colon after the key. Write \"key\": value.",
            ],
            Self::KeyNotString => [
                "キーが引用符で囲まれていません。「\"キー\": 値」の形で書いてください。",
                "The key has no quotation marks. Write \"key\": value.",
            ],
            Self::ControlCharacter => [
                "文字列の中に改行などの制御文字があります。改行は「\\n」と書いてください。",
                "There is a line break or other control character in a string. Write a line break as \\n.",
            ],
            Self::Escape => [
                "「\\」の後の文字が正しくありません。「\\」そのものは「\\\\」と書いてください。",
                "The character after the backslash is wrong. Write a backslash itself as \\\\.",
            ],
            Self::TrailingCharacters => [
                "シートが終わった後に余分な文字があります。取り除いてください。",
                "There is something after the end of the sheet. Remove it.",
            ],
            Self::Other => [
                "JSON として読めません。引用符・括弧・「,」を確かめてください。",
                "This is not JSON. Check quotation marks, brackets and commas.",
            ],
        };
        match language {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}
