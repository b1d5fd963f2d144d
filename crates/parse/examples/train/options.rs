//! What is asked of the trainer on its command line.

use wirecopy_parse::lab::Settings;

/// Files to learn from, how to learn, and what to do with it.
pub(crate) struct Options {
    /// Labelled by hand; measured on.
    pub(crate) gold: Vec<String>,
    /// Labelled by hand; learnt from alone.
    pub(crate) hand: Vec<String>,
    pub(crate) hand_weight: f32,
    /// Lists of pages, by the first column, that are kept aside: no labels of them are learnt from.
    pub(crate) aside: Vec<String>,
    /// Labels that were derived.
    pub(crate) weak: Vec<String>,
    pub(crate) weak_weight: f32,
    /// Pages of which only the kind is known.
    pub(crate) kinds: Vec<String>,
    pub(crate) kinds_weight: f32,
    /// How much those of them count that are articles: guides and blogs for the most part, and without their headlines.
    pub(crate) kind_articles: f32,
    pub(crate) seeds: Option<String>,
    pub(crate) variants_weight: f32,
    /// Stories set into the menus of other pages.
    pub(crate) frames_weight: f32,
    /// Invented pages.
    pub(crate) invented: Vec<String>,
    pub(crate) invented_weight: f32,
    /// Invented pages that show what is rare.
    pub(crate) chosen: Vec<String>,
    /// Weights of pages by hand, of invented and of chosen ones, under which to learn once more each; the tables are the mean of all.
    pub(crate) more: Vec<[f32; 3]>,
    pub(crate) first: Settings,
    pub(crate) second: Settings,
    pub(crate) headline_pull: f32,
    pub(crate) kind_pull: f32,
    /// Where answers by cross-validation go.
    pub(crate) cv: Option<String>,
    /// Where tables that saw everything go.
    pub(crate) write: Option<String>,
    /// Where the tables of the folds are kept, and where they are taken from instead of learning them.
    pub(crate) keep_folds: Option<String>,
    pub(crate) use_folds: Option<String>,
    /// Whether what stands behind the kept readings is learnt anew.
    pub(crate) relearn: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            gold: Vec::new(),
            hand: Vec::new(),
            hand_weight: 0.5,
            aside: Vec::new(),
            weak: Vec::new(),
            weak_weight: 0.3,
            kinds: Vec::new(),
            kinds_weight: 1.0,
            kind_articles: 0.0,
            seeds: None,
            variants_weight: 0.0,
            frames_weight: 0.0,
            invented: Vec::new(),
            invented_weight: 0.3,
            chosen: Vec::new(),
            more: Vec::new(),
            first: Settings::default(),
            second: Settings { epochs: 20, rate: 0.1, pull: 25.0 },
            headline_pull: 0.5,
            kind_pull: 20.0,
            cv: None,
            write: None,
            keep_folds: None,
            use_folds: None,
            relearn: false,
        }
    }
}

impl Options {
    /// Reads the command line.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn std::error::Error>> {
        let mut options = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            if !argument.starts_with("--") {
                options.gold.push(argument);
                continue;
            }
            let value = arguments.next().ok_or(format!("{argument} needs a value"))?;
            match argument.as_str() {
                "--hand" => options.hand.push(value),
                "--hand-weight" => options.hand_weight = value.parse()?,
                "--aside" => options.aside.push(value),
                "--weak" => options.weak.push(value),
                "--weak-weight" => options.weak_weight = value.parse()?,
                "--kinds" => options.kinds.push(value),
                "--kind-articles" => options.kind_articles = value.parse()?,
                "--kinds-weight" => options.kinds_weight = value.parse()?,
                "--seeds" => options.seeds = Some(value),
                "--variants" => options.variants_weight = value.parse()?,
                "--frames" => options.frames_weight = value.parse()?,
                "--invented" => options.invented.push(value),
                "--invented-weight" => options.invented_weight = value.parse()?,
                "--chosen" => options.chosen.push(value),
                "--more" => {
                    let weights: Vec<f32> = value.split(',').map(str::parse).collect::<Result<_, _>>()?;
                    let [hand, invented, chosen] = weights[..] else {
                        return Err("--more needs three weights: of pages by hand, of invented ones, of those behind --chosen".into());
                    };
                    options.more.push([hand, invented, chosen]);
                }
                "--epochs" => options.first.epochs = value.parse()?,
                "--rate" => options.first.rate = value.parse()?,
                "--pull" => options.first.pull = value.parse()?,
                "--second-epochs" => options.second.epochs = value.parse()?,
                "--second-rate" => options.second.rate = value.parse()?,
                "--second-pull" => options.second.pull = value.parse()?,
                "--headline-pull" => options.headline_pull = value.parse()?,
                "--kind-pull" => options.kind_pull = value.parse()?,
                "--cv" => options.cv = Some(value),
                "--write" => options.write = Some(value),
                "--keep-folds" => options.keep_folds = Some(value),
                "--relearn" => options.relearn = value == "yes",
                "--use-folds" => options.use_folds = Some(value),
                _ => return Err(format!("{argument} is not known").into()),
            }
        }
        let kept = options.use_folds.is_some();
        if kept && (options.write.is_some() || options.keep_folds.is_some() && !options.relearn) {
            return Err("--use-folds learns no readings, so there is nothing to write or keep".into());
        }
        Ok(options)
    }
}
