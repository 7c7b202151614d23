package rubric

// trait is something that must not decide for or against a person.
type trait struct {
	name     string   // in rubric files
	called   string   // in messages
	reason   string   // why it is refused
	anywhere []string // phrases that name it or stand for it wherever they are
	alone    []string // words that do where they are the whole phrase, and have other meanings beside other words
}

const (
	reasonLaw   = "it says who somebody is and not what they did"
	reasonProxy = "it stands for money, origin and age more than for what somebody did"
)

// traits are the protected ones. Their words are those of job advertisements
// that employment offices list as unlawful or as proxies, and of resumes.
var traits = []trait{
	{
		name: "age", called: "age", reason: reasonLaw,
		anywhere: []string{
			"(years | year) (old | of age)", "(date | year) of birth", "birth (date | year | day)", "birthdate", "birthday", "=dob", "aged <number>",
			"(under | over | below | above | older than | younger than) (age | the age | <number> years of age)", "age (group | range | limit | bracket | under | over | between | below | above | <number>)",
			"(millennial | boomer | gen z | gen x | gen y | generation z | generation x | generation y)", "digital native",
			"(young | old | older | younger | youthful | elderly | middle-aged) (person | people | professional | candidate | graduate | applicant | worker | employee | engineer | developer | talent | man | men | woman | women | mind | team member)",
			"(retirement | pension | pre-retirement) age", "senior citizen", "(recently | early) retired", "born (in | before | after | since) (<year> | the)",
		},
		alone: []string{"(under | over | below | above) <number>", "[=their | =the | =candidate] (=age | =ages)", "=aged", "young", "youthful", "youth", "=old", "=older", "=younger", "elderly", "middle-aged", "retired", "retiree", "pensioner"},
	},
	{
		name: "family", called: "family status", reason: reasonLaw,
		anywhere: []string{
			"(marital | family | parental) status", "(=married | =unmarried | =divorced | =widowed)", "(maternity | paternity | parental | family | childcare) leave", "pregnant", "pregnancy",
			"(single | working | new | expectant | stay-at-home) (mother | father | parent | mom | dad)", "(mother | father | parent) of (one | two | three | four | <number> | children)",
			"(husband | wife | spouse)", "(have | with | no | without | raise | raising) [<number> | two | three | young | small] (child | kid)", "family planning", "caregiver", "childcare",
			"career break", "(gap | break) in [=their] (employment | career)", "employment gap",
		},
		alone: []string{"married", "single", "divorced", "mother", "father", "parent", "children", "kids", "family", "fiance", "fiancee"},
	},
	{
		name: "sex", called: "sex or gender", reason: reasonLaw,
		anywhere: []string{
			"(male | female) (candidate | applicant | engineer | developer | student | person | leader | employee | preferred | only)", "(men | women | girls | ladies) (in | who | only | preferred)",
			"society of women engineers", "grace hopper celebration", "girls who code", "women's (college | team | society | club | network | league)", "anita borg",
			"(sex | gender) (=m | =f | male | female | identity)", "gender", "sexual orientation", "(=lesbian | =gay | =bisexual | =lgbt | =lgbtq | =lgbtqia | =queer | =transgender | =nonbinary)", "non-binary (person | people | candidate)",
			"(she her | he him | they them)", "pronoun", "sorority", "fraternity",
		},
		alone: []string{"male", "female", "man", "men", "woman", "women", "girl", "boy", "lady", "=sex", "=she", "=he", "=her", "=his", "=him", "masculine", "feminine"},
	},
	{
		name: "origin", called: "origin, nationality or citizenship", reason: reasonLaw,
		anywhere: []string{
			"nationality", "citizenship", "(us | u.s | usa | eu | uk | american | british | german | french | indian | chinese | canadian | european | foreign | national | dual | native | non-us) (citizen | passport | origin | descent | national)", "citizen of",
			"(country | place) of (origin | birth)", "national origin", "birthplace", "hometown", "(work | h1b | h-1b | student | f-1 | f1) (visa | permit)", "visa (status | sponsorship | holder)",
			"green card", "permanent resident", "=h1b", "h-1b", "immigrant", "immigration", "ethnicity", "ethnic (group | minority | background | origin)", "(racial | race) (group | identity | background | or ethnicity | and ethnicity | diversity)", "(racial | ethnic)",
			"(native | mother tongue) (speaker | english | german | french | speaker of | language)", "mother tongue", "first language", "(african | asian | hispanic | latin | native | mexican | arab | indian) american",
			"(black | white | asian | hispanic | latino | latina | latinx | african | indian | chinese | arab | foreign | minority) (candidate | applicant | engineer | developer | student | person | people | woman | women | man | men | professional | name)",
			"national society of black engineers", "society of hispanic professional engineers", "(underrepresented | visible) (minority | group)", "(=caste | scheduled caste | scheduled tribe)",
		},
		alone: []string{
			"citizen", "visa", "passport", "race", "ethnic", "asian", "black", "white", "caucasian", "hispanic", "latino", "latina", "latinx", "african", "arab", "foreign", "foreigner", "minority", "tribe", "accent",
			"(american | british | german | french | indian | chinese | canadian | european | japanese | korean | russian | nigerian | pakistani | iranian | turkish | polish | italian | spanish | mexican | brazilian | vietnamese | israeli)",
		},
	},
	{
		name: "religion", called: "religion", reason: reasonLaw,
		anywhere: []string{
			"religion", "religious", "(=christian | =muslim | =jewish | =hindu | =sikh | =buddhist | =catholic | =protestant | =mormon | =atheist | =evangelical)", "(=christianity | =islam | =islamic | =judaism | =hinduism | =buddhism | =sikhism | =catholicism)",
			"(=church | =mosque | =synagogue | =parish) (choir | group | youth | volunteer | member | community | service | camp | council)", "(bible | quran | torah) (study | group | school | camp)", "(mission | missionary) trip", "missionary", "sunday school", "youth ministry", "=hijab", "=kippah",
		},
		alone: []string{"church", "mosque", "synagogue", "parish", "faith", "bible", "quran", "torah", "ministry", "worship", "prayer"},
	},
	{
		name: "health", called: "health or disability", reason: reasonLaw,
		anywhere: []string{
			"disability", "disabilities", "disabled (person | people | veteran | student | candidate | applicant | worker | employee | athlete)", "wheelchair (user | bound | access)", "(medical | health | mental health) (history | condition | issue | record of | leave)", "(sick | medical) leave",
			"(chronic | mental | serious) (illness | disease | condition | pain)", "(autism | autistic | adhd | dyslexia | dyslexic | dyspraxia | neurodivergent | neurodiverse | epilepsy | epileptic)", "(hearing | visually | vision | visual) (impaired | impairment)", "able-bodied",
			"(cancer | stroke) survivor", "paralympic", "special olympics", "(hiv | aids) positive", "legally blind", "physically fit",
		},
		alone: []string{"disabled", "deaf", "blind", "wheelchair", "healthy", "illness", "sickness", "handicap", "handicapped", "mental health", "depression", "diabetic", "overweight", "smoker"},
	},
	{
		name: "school rank", called: "the rank or name of a school", reason: reasonProxy,
		anywhere: []string{
			"ivy league", "=ivies", "(russell group | oxbridge | red brick | group of eight | golden triangle | tu9 | c9 league | project 985 | project 211)", "grande ecole", "grandes ecoles",
			"(top | top-tier | tier-1 | tier 1 | tier one | first-tier | elite | prestigious | renowned | leading | best | target | world-class | highly ranked | high-ranking | famous | selective | reputed | premier) ...2 (university | school | college | institute | institution)",
			"(top | best) <number> ...2 (university | universities | school | college | institute)", "(university | school | college) (rank | ranking | prestige | tier)", "(qs | times higher education | us news) (rank | ranking)",
			"(iim | nit | bits) (graduate | alumnus | alumni | degree | student)",
			schoolNames + " (university | college | graduate | grad | alumnus | alumni | alumna | degree | student | education | diploma | mba | phd | cs | class)", "(university | college) of " + placeNames,
			"(graduate | graduated | degree | phd | masters | bachelor | diploma | student | alumnus | alumni | study | studied) (of | from | at) [the] (" + schoolNames + " | university of <name>)",
		},
		alone: []string{
			schoolNames + " [university | college]", "(university | college) of (" + placeNames + ")", "(iit | iits | iim | iisc | nit | bits) [(bombay | delhi | madras | kanpur | kharagpur | pilani | roorkee | guwahati | hyderabad | bangalore)]",
			"=mit", "(eth | tu | lmu | kth) [zurich | munich | delft | berlin]", "(university | institute) of technology", "indian institute of (technology | science | management)", "massachusetts institute of technology", "georgia (tech | institute of technology)",
		},
	},
	{
		name: "grades", called: "grades", reason: reasonProxy,
		anywhere: []string{
			"(=gpa | =cgpa | =sgpa | =wam)", "grade point (average)", "(magna | summa | cum) ...1 laude", "(first | second | upper second | lower second | third) class (honour | degree | honours | honors)", "(high | with | first class) (distinction | honour | honours | honors)",
			"dean's (list | honour | honours | honor | award)", "deans list", "valedictorian", "salutatorian", "honor roll", "honour roll", "(class | batch | department | university) (rank | topper)", "top (of | in) [=the | =his | =her] (class | batch | cohort | year)", "best (of | in) (=the | =his | =her) (class | batch | cohort | year)", "top <number> ...3 (class | batch | cohort | students)",
			"rank* (first | 1st | second | <number>) ...2 (class | batch | cohort | department)", "(good | high | top | excellent | outstanding | best | final | exam | academic | average) (grades | marks)",
			"(sat | gre | gmat | act | lsat | toefl) score", "(academic | scholastic) (excellence | achievement | standing | record)", "straight (a | as | a's)", "gold medal* ...3 (university | batch | class | academic)", "merit list", "phi beta kappa", "tau beta pi",
		},
		alone: []string{"grade", "grades", "marks", "honours", "honors", "with distinction", "distinction", "percentile", "=sat", "=gre", "=gmat", "laude"},
	},
	{
		name: "graduation year", called: "the year of graduation", reason: "it stands for age",
		anywhere: []string{
			"graduation (year | date)", "(year | date) of graduation", "(class | batch | cohort) of <year>", "(graduate | graduated | graduating | graduation) ...2 <year>", "<year> (graduate | grad)", "(degree | bachelor | master | phd | diploma) ...3 <year>",
			"(graduated | graduation) (before | after | since)",
		},
	},
}

// clearCompany are phrases in which such words are of a subject, a data set
// or a tool.
var clearCompany = []string{
	"(age | gender | sex | ethnicity | race | emotion | religion | health | disability | pregnancy | autism | dyslexia | epilepsy | citizenship | nationality | immigration | accent | visa) ...3 (classify | classification | classifier | detect | detection | detector | recognize | recognition | predict | prediction | predictor | estimate | estimation | estimator | model | modeling | network | dataset | data set | data | corpus | benchmark | bias | fairness | debias | debiasing | gap | swap | app | chatbot | transfer | label | attribute | segmentation | screening | forecast | record | records | api | parser)",
	"(classify | predict | detect | estimate | recognize | identify | infer | debias) ...2 (age | gender | sex | ethnicity | race | religion | accent | autism | dyslexia | epilepsy | pregnancy | nationality)",
	"(cross-gender | gender-neutral | gender-balanced | gender-fair)", "(bias | fairness) ...3 (gender | race | racial | ethnicity | ethnic | religion | religious | age)", "(gender | racial | ethnic | religious | age) (bias | fairness | parity)",
	"race (condition | detector | detection | hazard | track | car | strategy | line)", "(data | drag | car | autonomous) race", "age (of information | distribution | estimation | decay)", "(immigration | visa | passport) (form | application | portal | system | ocr | scanner | api)", "visa (card | payment | network | api | direct)",
	"(disability | religious | ethnic | immigration) ...2 (insurance | claim | text | texts | document | documents | law)", "(autism | adhd | epilepsy | epileptic | dyslexia | wheelchair) ...4 (eeg | seizure | imaging | mri | patients | therapy | navigation | robot)", "epileptic seizure",
	"sex (chromosome | determination)", "grade point cloud",
	"(top | best) <number> (class | classes | accuracy | error | prediction)", "pronoun (resolution | disambiguation | coreference)", "(winogender | winobias)", "academic (record linkage | search | papers | graph)", "(high | best | top | final | f1 | bleu | average) score",
	"(a | b) grade (steel | fuel | material)", "(production | enterprise | commercial | industrial | research)-grade", "gradient", "(employment | career) gap (analysis | model)", "caregiver (app | robot | alert)", "(childcare | parental leave) (app | calculator)",
	"child (process | node | window | element | theme | table | class | component | safety | index)", "(first | native | target | source) language (model | binding | id | module)", "(year | years) old (code | codebase | system | service | bug | pipeline | application | data | model)", "islamic (geometry | pattern | art)", "(christian | muslim | jewish | religious) (text | texts | manuscript | manuscripts | art)", "(stanford | berkeley | caltech | oxford | cambridge | uc berkeley | cmu | mit | cornell | princeton | harvard | washington) ...2 (dataset | data set | corpus | cars | dogs | flowers | pets | benchmark | parser | nlp | corenlp | licence | license | treebank | architecture | <number>)",
}

// schoolNames are schools whose name alone is a rank; placeNames are such
// that follow "university of".
const (
	schoolNames = "(stanford | harvard | princeton | yale | columbia university | cornell | dartmouth | upenn | wharton | caltech | berkeley | uc berkeley | ucla | carnegie mellon | cmu | mit | duke | johns hopkins | northwestern university | oxford | cambridge | imperial college | ucl | epfl | eth zurich | tsinghua | peking university | fudan | zhejiang university | nus | kaist | sorbonne | polytechnique | mcgill | waterloo | technion | iit | iits | iisc | bits pilani)"
	placeNames  = "(oxford | cambridge | california | chicago | pennsylvania | michigan | toronto | tokyo | waterloo | washington | illinois | texas | edinburgh | melbourne | sydney | amsterdam | munich | zurich)"
)

// traitNames are the names of traits in rubric files.
var traitNames = []string{"age", "family", "sex", "origin", "religion", "health", "school rank", "grades", "graduation year"}
