package claim

import "strings"

// metric returns what a noun is a measure of. Weak nouns (usage, score) yield to
// another metric in the same phrase: memory usage, energy consumption.
func metric(w string) (d Dim, weak, ok bool) {
	switch w {
	case "latency", "latencies", "runtime", "runtimes", "time", "times", "ttft", "tpot", "rtt", "delay", "delays", "lag", "duration", "durations", "wall-clock", "wallclock",
		"p50", "p90", "p95", "p99", "p999", "jitter", "startup", "timing", "run-time", "speedup", "speed-up", "hours", "minutes", "seconds", "round-trip", "makespan":
		return Time, false, true
	case "inference", "execution", "runs", "builds", "processing", "prefill", "decoding", "simulation", "simulations", "computation", "computations", "loading", "convergence",
		"preprocessing", "rendering", "queries", "lookups", "query":
		return Time, true, true
	case "throughput", "fps", "qps", "tps", "rps", "bandwidth", "framerate", "frame-rate", "iops", "speed", "speeds", "goodput":
		return Rate, false, true
	case "memory", "ram", "vram", "sram", "dram", "footprint", "footprints", "storage", "size", "sizes", "disk", "flash", "binary", "artifact", "checkpoint", "heap", "bundle", "payload", "payloads", "cache":
		return Size, w == "cache" || w == "bundle" || w == "checkpoint" || w == "binary" || w == "footprint", true
	case "parameters", "parameter", "params", "param", "weights":
		return Params, false, true
	case "flops", "flop", "macs", "gflops", "compute", "gpu", "gpus", "cpu", "gas", "computational", "gpu-hours":
		return Compute, w == "gpu" || w == "gpus" || w == "cpu" || w == "computational", true
	case "cost", "costs", "spend", "spending", "bill", "bills", "expense", "expenses", "expenditure", "price", "budget":
		return Money, false, true
	case "power", "energy", "battery":
		return Power, false, true
	case "consumption", "usage", "utilization", "utilisation", "use", "requirement", "requirements", "overhead", "overheads", "score", "scores", "rate", "rates", "performance", "efficiency":
		return Other, true, true
	case "accuracy", "accuracies", "precision", "recall", "f1", "f1-score", "f-score", "map", "ap", "auc", "auroc", "roc-auc", "bleu", "rouge", "iou", "miou", "dice", "psnr", "ssim", "fid", "wer", "cer", "perplexity", "loss",
		"error", "errors", "rmse", "mae", "mape", "mse", "r2", "specificity", "sensitivity", "ndcg", "mrr", "eer", "positives", "negatives", "auprc", "mcc", "correlation", "top-1", "top-5", "hallucinations", "hallucination", "misclassification", "roc":
		return Accuracy, false, true
	}
	if d, ok := foreignMetric(w); ok {
		return d, false, true
	}
	return business(w)
}

// business returns Business for the nouns of people and trade.
func business(w string) (d Dim, weak, ok bool) {
	switch w {
	case "users", "user", "customers", "customer", "clients", "revenue", "sales", "profit", "engagement", "retention", "activation", "satisfaction", "productivity", "mttr", "effort", "efforts", "workload",
		"coverage", "defects", "tickets", "bugs", "incidents", "complaints", "adoption", "conversion", "conversions", "attendance", "participation", "traffic", "churn", "turnover", "enrollment", "growth",
		"membership", "members", "students", "employees", "stakeholders", "teams", "team", "followers", "development", "downloads", "orders", "transactions", "inventory", "waste", "compliance", "uptime", "availability", "staff", "labor", "labour",
		"turnaround", "onboarding", "hiring", "recruitment", "meetings", "duplication", "outages", "downtime", "escalations", "signups", "returns", "yield", "margin", "workshop", "course", "hackathon", "program", "internship", "experience", "bootcamp":
		weak := w == "user" || w == "development" || w == "customer" || w == "transactions" || w == "orders" || w == "traffic" || w == "team" || w == "program" || w == "returns"
		return Business, weak, true
	}
	return Other, false, false
}

// human reports whether a word before a noun of time makes it the time of people
// and not of a program: onboarding time, manual effort.
func human(w string) bool {
	switch w {
	case "onboarding", "engagement", "manual", "hiring", "recruitment", "recruiting", "labor", "labour", "turnaround", "reporting", "meeting", "ticket", "support", "incident", "development", "delivery",
		"handling", "administrative", "staff", "lead", "cycle", "review", "approval", "market", "insight", "human", "repair", "staffing", "travel", "procurement", "employee", "employees", "customer",
		"patient", "audit", "paperwork", "preparation", "resolution", "debugging", "commute", "shipping", "documentation", "analyst", "annotation", "labeling", "labelling":
		return true
	}
	return false
}

// trade reports whether a word before a noun of money makes it a cost of people or
// goods and not of running software: labor cost, food costs.
func trade(w string) bool {
	switch w {
	case "labor", "labour", "staff", "staffing", "procurement", "shipping", "travel", "recruitment", "hiring", "employee", "food", "inventory", "administrative",
		"customer", "acquisition", "sales", "marketing", "freight", "carrier", "material", "materials", "packaging", "printing", "payroll":
		return true
	}
	return false
}

// lessIsBetter reports whether a smaller value of what is named is the better one.
func lessIsBetter(about Dim, object string) (less, known bool) {
	switch about {
	case Time, Size, Params, Compute, Power, Energy, Money:
		return !strings.HasSuffix(lower(object), "battery life"), true
	case Rate:
		return false, true
	case Accuracy:
		for w := range strings.FieldsSeq(lower(object)) {
			switch w {
			case "loss", "error", "errors", "false", "rmse", "mae", "mape", "mse", "wer", "cer", "eer", "fid", "perplexity", "positives", "negatives", "hallucinations", "hallucination", "misclassification", "ppl", "lpips":
				return true, true
			}
		}
		return false, true
	case Business:
		for w := range strings.FieldsSeq(lower(object)) {
			switch w {
			case "defects", "tickets", "bugs", "incidents", "complaints", "churn", "waste", "effort", "efforts", "workload", "duplication", "outages", "downtime", "escalations", "turnaround", "time", "times", "onboarding", "turnover", "mttr", "cost", "costs", "spend", "spending", "expenses", "bill":
				return !strings.Contains(object, "ngagement"), true
			}
			if strings.HasPrefix(w, "time-to") {
				return true, true
			}
		}
		return false, true
	}
	return false, false
}
