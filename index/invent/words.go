package invent

import (
	"fmt"
	"strings"
)

// vocabulary is how many words there are beside those listed below, most of
// which no record has.
const vocabulary = 400_000

var (
	given = strings.Fields(`Zofia Idris Marek Nalini Tomas Ayesha Bjorn Chidi Emile Yuki Leila Oscar Priya Quentin Rosa Stellan Tove Ugo
		Vera Wendel Xenia Yannick Zeno Amara Bruno Celeste Dario Esra Farid Greta Hamza Ines Jonas Keiko Lucio Mirela Noor Olga Pavel Ruth`)
	verbs = strings.Fields(`Pruned Quantized Rewrote Profiled Distilled Cached Vectorised Measured Released Trained Built Designed Led Shipped
		Maintained Migrated Automated Reduced Deployed Reviewed Presented Taught Organised Debugged Simulated Calibrated Evaluated Ported`)
	small = strings.Fields(`the of and for with in to a on by from at as an using into over between under per all new large team data system
		model code users time work project`)
	objects = []string{"segmentation network", "tracking kernel", "motion planner", "few-shot classifier", "message gateway", "object detection heads",
		"billing pipeline", "zero-shot parser", "job scheduler", "batched inference", "search index", "image codec", "speech decoder", "point cloud filter",
		"recommendation model", "graph store", "compiler pass", "sensor driver", "load balancer", "feature store"}
	topics = []string{"Computer Vision", "Machine Learning", "Robotics", "Speech Processing", "Databases", "Operating Systems", "Compilers", "Human Interfaces"}
	tools  = []string{"Python", "C++", "Go", "Rust", "CUDA", "PyTorch", "TensorRT", "Kubernetes", "PostgreSQL", "Linux", "TypeScript", "Java", "C#", "Docker",
		"Kafka", "Spark", "ROS", "OpenCV", "LLVM", "gRPC", "Terraform", "React", "MATLAB", "Verilog"}
	firms      = strings.Fields("Robotics Labs Optics Systems Works Analytics Instruments Software Networks Energy Motors Foods")
	roles      = []string{"Software engineer", "Research intern", "Data scientist", "Machine learning engineer", "Teaching assistant", "Intern", "Team lead"}
	degrees    = []string{"BSc Computer Science", "MSc Electrical Engineering", "PhD Machine Learning", "BEng Robotics", "MSc Mathematics"}
	skillHeads = []string{"Languages", "Tools", "Frameworks", "Skills", "Also"}

	why  = []string{"", "it is said and nothing more", "what was done is named", "a number is given", "a link lets one check it"}
	next = []string{"", "say what was done", "give the number before and after", "link the code or the paper", ""}

	onsets = strings.Fields("b br c ch d dr f fl g gl h j k kl l m n p pl pr qu r s sc sh sl st t th tr v w z")
	vowels = strings.Fields("a e i o u ai ea ee io ou")
	codas  = strings.Fields("n r s t l m nd st rk x ck ng p d")
)

// word returns a made-up word, the small ranks far oftener than the others.
func (v *Inventor) word(capital bool) string {
	s := spell(v.zipf.Uint64())
	if capital {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// spell writes a number in syllables, few for a small one; no two numbers
// below vocabulary give the same word.
func spell(n uint64) string {
	coda := codas[n*2654435761>>7%uint64(len(codas))]
	var b strings.Builder
	for first := true; first || n > 0; first = false {
		b.WriteString(onsets[n%uint64(len(onsets))])
		n /= uint64(len(onsets))
		b.WriteString(vowels[n%uint64(len(vowels))])
		n /= uint64(len(vowels))
	}
	b.WriteString(coda)
	return b.String()
}

// surname is one of many, as in life: a word or two of the rarer ones.
func (v *Inventor) surname() string {
	s := spell(uint64(v.rng.IntN(60_000)) + 1000)
	return strings.ToUpper(s[:1]) + s[1:]
}

func (v *Inventor) place() string {
	s := spell(uint64(v.rng.IntN(900)) + 100_000)
	return fmt.Sprintf("%s%s", strings.ToUpper(s[:1]), s[1:])
}

// capital makes the first letter of a phrase large.
func (v *Inventor) capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
