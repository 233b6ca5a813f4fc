//! The text stage in MB/s: `cargo bench --no-default-features --features cli --bench text`.
//!
//! Reads a built-in Dutch text, and the annotated articles beside the checkout (`../shared`) where they are.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput};
use kroniek::Language;
use kroniek::text::{Block, BlockKind, Span, segment};

const PARAGRAPH: &str = "De gemeenteraad van Harderkerk stemde woensdagavond om 22.30 uur in met de bouw van \
    3.000 woningen aan de Oude Vaart. \"We hebben hier tien jaar op gewacht\", zei wethouder J.P. van der Meij \
    na afloop. Volgens hem kost het plan ca. € 45 miljoen, d.w.z. 3,5% meer dan begroot. “Wie had dat gedacht?” \
    vroeg mevr. De Boer zich af. Zo'n 200 omwonenden, o.a. uit 's-Gravenmoer, keken mee op www.harderkerk.nl. \
    De oud-directeur van de NAVO- en EU-afdeling is één van hen. Een café-eigenaar uit de buurt haalt zijn \
    schouders op: ‘Als ze maar komen eten.’\n\n";

/// The paragraphs of a text.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive("\n\n") {
        let span = Span::new(at, at + part.trim_end().len());
        blocks.push(Block { span, kind: BlockKind::Paragraph });
        at += part.len();
    }
    blocks
}

/// The articles beside the checkout without their tags, repeated to about a megabyte.
fn articles() -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/articles");
    let mut paths: Vec<_> = folder.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut text = String::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|name| name == "xml")) {
        let article = std::fs::read_to_string(path).ok()?;
        let mut tag = false;
        let outside = article.chars().filter(|&next| match next {
            '<' | '>' => {
                tag = next == '<';
                false
            }
            _ => !tag,
        });
        text.push_str(&outside.collect::<String>().replace('\n', "\n\n"));
    }
    (!text.is_empty()).then(|| text.repeat(1_000_000 / text.len() + 1))
}

fn measure(criterion: &mut Criterion, name: &str, text: &str) {
    let blocks = blocks(text);
    let mut group = criterion.benchmark_group("text");
    group.throughput(Throughput::BytesDecimal(text.len() as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| segment(black_box(text), Language::Dutch, blocks.clone()));
    });
    group.finish();
}

fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
    model.map_or_else(|| "unknown".to_owned(), |name| name.trim().to_owned())
}

fn main() {
    println!("Processor: {} ({})", processor(), std::env::consts::ARCH);
    let mut criterion = Criterion::default().configure_from_args();
    measure(&mut criterion, "built-in Dutch text", &PARAGRAPH.repeat(1_000_000 / PARAGRAPH.len() + 1));
    match articles() {
        Some(text) => measure(&mut criterion, "articles", &text),
        None => {
            println!("text/articles: absent, ../shared/corpus/articles does not stand beside this checkout")
        }
    }
    criterion.final_summary();
}
