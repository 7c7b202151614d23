package rubric

import "testing"

func TestToSecond(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Rewrote my pipeline for the team", "Rewrote your pipeline for the team"},
		{"My pipeline is the one that we use", "Your pipeline is the one that you use"},
		{"I am the author, and I was the first to use it", "You are the author, and you were the first to use it"},
		{"labelled 1,800 sweeps that I had recorded myself", "labelled 1,800 sweeps that you had recorded yourself"},
		{"Our network is faster than ours of the year before", "Your network is faster than yours of the year before"},
		{"It gave us the idea, and me the work", "It gave you the idea, and you the work"},
		{"I’ve built the parser", "You’ve built the parser"},
		{"Phase I of the trial", "Phase I of the trial"},
		{"Artificial Intelligence I and the I/O bus", "Artificial Intelligence I and the I/O bus"},
		{"Wrote to me@example.com for the US office", "Wrote to me@example.com for the US office"},
		{"Se me encargó mi proyecto", "Se me encargó mi proyecto"},
		{"Data mining of mine shafts", "Data mining of mine shafts"},
		{"Cut latency from 9 ms to 3 ms", "Cut latency from 9 ms to 3 ms"},
		{"", ""},
	} {
		got, changed := toSecond(c.in)
		if got != c.want || changed != (c.in != c.want) {
			t.Errorf("toSecond(%q): got %q, %v, want %q", c.in, got, changed, c.want)
		}
	}
	if got, want := bracketed("Ablation of my thesis model for the lab"), "Ablation of [your] thesis model for the lab"; got != want {
		t.Errorf("bracketed: got %q, want %q", got, want)
	}
}

func TestDeed(t *testing.T) {
	for _, c := range []struct {
		in, want string
		keep     []string
	}{
		{"Cut inference latency from 38 ms to 11 ms by pruning YOLOv5s", "cut inference latency from 38 ms to 11 ms by pruning YOLOv5s", nil},
		{"I rewrote my parser in Rust", "rewrote your parser in Rust", nil},
		{"Successfully reduced the memory of our trainer", "successfully reduced the memory of your trainer", nil},
		{"Moved the filter to CUDA; 46 ms became 17 ms on the car", "moved the filter to CUDA; 46 ms became 17 ms on the car", []string{"17 ms"}},
		{"Built a search in Java; improved retrieval by 20%", "built a search in Java, and improved retrieval by 20%", []string{"20%"}},
		{"Compared four optimisers on digits; results in a table", "compared four optimisers on digits", nil},
		// Articles that a resume leaves out.
		{"Built BERT pipeline for reviews", "built a BERT pipeline for reviews", nil},
		{"Designed and implemented on-device inference engine in C++", "designed and implemented an on-device inference engine in C++", nil},
		{"Developed FPGA accelerator for convolutions", "developed an FPGA accelerator for convolutions", nil},
		{"Created universal tokenizer model for Twi", "created a universal tokenizer model for Twi", nil},
		{"Led migration of three services to Kubernetes", "led the migration of three services to Kubernetes", nil},
		{"Spearheaded migration from one library to another", "spearheaded the migration from one library to another", nil},
		{"Studied pruning of transformers under Prof. Jane Doe at the lab", "studied pruning of transformers under Prof. Jane Doe at the lab", nil},
		{"Refactored the parser, which made build 40% faster", "", []string{"40%"}},
		{"Achieved 36% reduction in latency by caching", "achieved a 36% reduction in latency by caching", nil},
		{"Achieved 8x speedup over the baseline", "achieved an 8x speedup over the baseline", nil},
		{"Achieved up to 5× end-to-end speedup on a laptop", "", nil},
		{"Developed a MLIR-based compiler for signal processing", "developed an MLIR-based compiler for signal processing", nil},
		{"Set the direction of a group of eleven: found the cause and planned the work", "set the direction of a group of eleven", nil},
		{"Reached ∼80x speedup in loading, ∼10x in training", "", nil},
		{"Built data pipelines for the team", "built data pipelines for the team", nil},
		// What is in doubt is quoted.
		{"Reduced latency in algorithm by selecting frames", "", nil},
		{"Embedded Systems Engineer at Acme", "", nil},
		{"Distributed training of transformers", "", nil},
		{"Implemented in C++ on the board", "", nil},
		{"Awarded the prize of the faculty", "", nil},
		{"Developing a navigation model for drones", "", nil},
		{"Designed Lightweight Networks for Tiny Devices, Reducing Energy", "", nil},
		{"Tuned the Kafka pipeline achieved 800 messages", "", nil},
		{"Cut costs by through better rendering", "", nil},
		{"Used Kafka, Spark, Docker", "", nil},
		{"Designed software components for services. Optimized the speed of the parser", "optimized the speed of the parser", []string{"Optimized the speed"}},
		{"Designed software components for services. Optimized the speed of the parser", "designed software components for services", nil},
		{"Modernized front-end by moving to a new framework", "modernized the front-end by moving to a new framework", nil},
		{"Launched a modular design, ~10% more sales", "", []string{"10%"}},
		{"Blocked phishing, malware", "", nil},
		{"Fine-tuned a model on the reviews, 92.3 % accuracy", "", nil},
		{"Trained a shared encoder with three heads (depth, masks, signs) on photographs", "trained a shared encoder with three heads (depth, masks, signs) on photographs", nil},
		{"Ported the driver to a chip that costs 2.10 € instead of 5.80 €", "ported the driver to a chip that costs 2.10 € instead of 5.80 €", nil},
		{"Used by 300 customers of the shop", "", nil},
		{"46 ms per sweep became 17 ms", "", nil},
		{"Moved it to CUDA; 71.2 mAP for cars", "", []string{"71.2 mAP"}},
		{"Made it fast", "", nil},
		{"", "", nil},
	} {
		if got := deed(c.in, maxSlotDeed, c.keep...); got != c.want {
			t.Errorf("deed(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDeedEndsWithAClause(t *testing.T) {
	long := "Rewrote the joiner of the ranking service in Rust, which moved its tables into mapped files, reducing the tail latency from 180 ms to 47 ms, and wrote the runbook that the engineers on call have used ever since"
	for limit, want := range map[int]string{
		220: long,
		150: "Rewrote the joiner of the ranking service in Rust, which moved its tables into mapped files, reducing the tail latency from 180 ms to 47 ms",
		100: "Rewrote the joiner of the ranking service in Rust, which moved its tables into mapped files",
		60:  "Rewrote the joiner of the ranking service in Rust",
		20:  "",
	} {
		if want != "" {
			want = "r" + want[1:]
		}
		if got := deed(long, limit); got != want {
			t.Errorf("within %d: got %q, want %q", limit, got, want)
		}
	}
	if got := deed(long, 100, "47 ms"); got != "" {
		t.Errorf("without the number that was to be kept: got %q", got)
	}
}

func TestUndated(t *testing.T) {
	for in, want := range map[string]string{
		"2023 Fake news detector, final assignment":                   "Fake news detector, final assignment",
		"May 2021 – Aug 2022: Detector for birds":                     "Detector for birds",
		"Detector for birds, Aug. 2024 - May 2025":                    "Detector for birds",
		"Forecasts of series | Course project|May’25-June’25":         "Forecasts of series | Course project",
		"Neural Networks course 2022":                                 "Neural Networks course 2022",
		"2023":                                                        "2023",
		"Cut latency from 2000 ms to 1900 ms":                         "Cut latency from 2000 ms to 1900 ms",
		"Oct 2018 – Now Research Intern, Example University, Beijing": "Research Intern, Example University, Beijing",
	} {
		if got := undated(in); got != want {
			t.Errorf("undated(%q): got %q, want %q", in, got, want)
		}
	}
}

func TestArticles(t *testing.T) {
	for word, want := range map[string]string{
		"LSTM": "an", "CUDA": "a", "FPGA": "an", "U-Net": "a", "BERT": "a", "NLP": "an", "MLP": "an", "API": "an", "on-device": "an", "university": "a",
		"unsupervised": "an", "hour-long": "an", "one-shot": "a", "8-bit": "an", "RAG": "a", "11x": "an", "110x": "a", "18%": "an", "80x": "an", "1.8x": "a", "MNIST": "an", "YOLO": "a", "SQL": "an", "GPU": "a", "efficient": "an", "ETL": "an", "user": "a",
	} {
		if got := articleFor(word); got != want {
			t.Errorf("%s %s: want %s", got, word, want)
		}
	}
	for name, want := range map[string]string{
		"Institute for Wind": "the Institute for Wind", "Samsung AI Center": "the Samsung AI Center", "Acme Robotics": "Acme Robotics",
		"The Binding Works": "the Binding Works", "Kituro Water Board": "the Kituro Water Board", "Example University": "Example University",
		"Norwegian Institute of Examples": "the Norwegian Institute of Examples", "Roe’s Lab": "Roe’s Lab", "University of Examples": "the University of Examples",
	} {
		if got := midSentence(name); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestMeasureKeepsItsCurrency(t *testing.T) {
	a := asking{}
	e := Evidence{Quote: "Saved R$ 90,000 a year", Facts: map[string]string{"measure": "$ 90,000"}}
	if got := a.slots(e)["measure"]; got != "R$ 90,000" {
		t.Errorf("got %q, want R$ 90,000", got)
	}
	e = Evidence{Quote: "Saved in CASH$ 90,000 a year", Facts: map[string]string{"measure": "$ 90,000"}}
	if got := a.slots(e)["measure"]; got != "$ 90,000" {
		t.Errorf("got %q, want the letters of a word left alone", got)
	}
}
