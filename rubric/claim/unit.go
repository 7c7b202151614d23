package claim

import "strings"

// unit is what a unit's name stands for.
type unit struct {
	dim       Dim
	name      string  // the unit of the normalised value
	mult      float64 // what one of it is in that unit
	ambiguous bool
}

// scale returns the factor that a word multiplies a number by (k, million), 0
// for all else. Raw is as written: M and B are a million and a billion, m and b
// are not.
func scale(raw, low string) float64 {
	switch raw {
	case "k", "K":
		return 1e3
	case "M", "MM", "mm":
		if raw == "mm" {
			return 0
		}
		return 1e6
	case "B", "Bn", "bn", "BN":
		return 1e9
	case "T":
		return 1e12
	}
	switch low {
	case "hundred":
		return 100
	case "thousand", "thousands":
		return 1e3
	case "mn", "mio", "mil", "million", "millions":
		return 1e6
	case "billion", "billions":
		return 1e9
	case "trillion", "trillions":
		return 1e12
	case "万", "萬", "만":
		return 1e4
	case "亿", "億", "억":
		return 1e8
	case "lakh", "lakhs", "lac", "lacs":
		return 1e5
	case "crore", "crores", "cr":
		return 1e7
	}
	return 0
}

// unitOf returns the unit of a word. Glued tells that it follows the digits
// without a space, where one letter is more likely a unit.
func unitOf(raw, low string, glued bool) (unit, bool) {
	switch raw {
	case "s":
		return unit{dim: Time, name: "s", mult: 1}, true
	case "h":
		return unit{dim: Time, name: "s", mult: 3600}, true
	case "d", "us":
		if raw == "us" {
			return unit{dim: Time, name: "s", mult: 1e-6}, glued
		}
		return unit{dim: Time, name: "s", mult: 86400}, glued
	case "W":
		return unit{dim: Power, name: "W", mult: 1}, true
	case "J":
		return unit{dim: Energy, name: "J", mult: 1}, true
	case "MW":
		return unit{dim: Power, name: "W", mult: 1e6}, true
	case "Kb", "Mb", "Gb", "Tb":
		u := sizeUnit(low)
		u.ambiguous = true
		return u, true
	case "m", "g", "V", "Ω":
		return unit{dim: Other, name: raw, mult: 1}, glued || raw == "V" || raw == "m"
	case "mA", "µA", "μA", "uA", "nA": // the current that a device draws
		return unit{dim: Power, name: "A", mult: amps(raw[:len(raw)-1])}, true
	case "MS", "Ms", "US", "Us", "MIN", "DAY", "PB":
		if raw == "PB" {
			return sizeUnit("pb"), true
		}
		return unit{}, false
	case "MACs", "MAC":
		return unit{dim: Compute, name: "MAC", mult: 1}, raw == "MACs" || glued
	}
	if mult := foreignSize(raw); mult > 0 {
		return unit{dim: Size, name: "B", mult: mult}, true
	}
	if len(low) > 16 || len(low) < 2 {
		return unit{}, false
	}
	if u, ok := timeUnit(low); ok {
		return unit{dim: Time, name: "s", mult: u}, true
	}
	if u := sizeUnit(low); u.mult > 0 {
		return u, true
	}
	return namedUnit(low)
}

// amps returns what one of a prefix of amperes is.
func amps(prefix string) float64 {
	switch prefix {
	case "m":
		return 1e-3
	case "n":
		return 1e-9
	}
	return 1e-6
}

// timeUnit returns the seconds of a unit of time, in lower case.
func timeUnit(low string) (float64, bool) {
	switch low {
	case "ns", "nsec", "nanosecond", "nanoseconds":
		return 1e-9, true
	case "µs", "μs", "usec", "usecs", "µsec", "μsec", "microsecond", "microseconds":
		return 1e-6, true
	case "milisecond", "miliseconds", "milisec":
		return 1e-3, true
	case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds":
		return 1e-3, true
	case "s", "sec", "secs", "second", "seconds":
		return 1, true
	case "min", "mins", "minute", "minutes":
		return 60, true
	case "h", "hr", "hrs", "hour", "hours":
		return 3600, true
	case "day", "days":
		return 86400, true
	case "week", "weeks", "wk", "wks":
		return 7 * 86400, true
	case "month", "months", "mo", "mos":
		return 30 * 86400, true
	case "year", "years", "yr", "yrs", "annum":
		return 365 * 86400, true
	}
	sec := foreignTime(low)
	return sec, sec > 0
}

// sizeUnit returns a unit of storage in bytes; mult is 0 if it is none. Prefixes
// are decimal, KiB and its like binary.
func sizeUnit(low string) unit {
	u := unit{dim: Size, name: "B"}
	switch low {
	case "byte", "bytes":
		u.mult = 1
	case "kb", "kbyte", "kbytes", "kilobyte", "kilobytes":
		u.mult = 1e3
	case "mb", "mbyte", "mbytes", "megabyte", "megabytes", "mbs":
		u.mult = 1e6
	case "gb", "gbyte", "gbytes", "gigabyte", "gigabytes", "gbs":
		u.mult = 1e9
	case "tb", "tbyte", "tbytes", "terabyte", "terabytes", "tbs":
		u.mult = 1e12
	case "pb", "petabyte", "petabytes":
		u.mult = 1e15
	case "kib":
		u.mult = 1 << 10
	case "mib":
		u.mult = 1 << 20
	case "gib":
		u.mult = 1 << 30
	case "tib":
		u.mult = 1 << 40
	}
	return u
}

// namedUnit returns the units that are neither time nor storage.
func namedUnit(low string) (unit, bool) {
	switch low {
	case "fps", "qps", "tps", "rps", "iops", "hz", "ips":
		return unit{dim: Rate, name: "1/s", mult: 1}, true
	case "khz":
		return unit{dim: Rate, name: "1/s", mult: 1e3}, true
	case "kqps", "krps", "ktps", "kiops":
		return unit{dim: Rate, name: "1/s", mult: 1e3}, true
	case "mbps", "mbits":
		return unit{dim: Rate, name: "bit/s", mult: 1e6}, true
	case "gbps", "gbits":
		return unit{dim: Rate, name: "bit/s", mult: 1e9}, true
	case "kbps":
		return unit{dim: Rate, name: "bit/s", mult: 1e3}, true
	case "tbps":
		return unit{dim: Rate, name: "bit/s", mult: 1e12}, true
	case "mw", "milliwatt", "milliwatts":
		return unit{dim: Power, name: "W", mult: 1e-3}, true
	case "µw", "μw", "uw", "microwatt", "microwatts":
		return unit{dim: Power, name: "W", mult: 1e-6}, true
	case "kw", "kilowatt", "kilowatts":
		return unit{dim: Power, name: "W", mult: 1e3}, true
	case "watt", "watts":
		return unit{dim: Power, name: "W", mult: 1}, true
	case "mj", "millijoule", "millijoules":
		return unit{dim: Energy, name: "J", mult: 1e-3}, true
	case "µj", "μj", "uj", "microjoule", "microjoules":
		return unit{dim: Energy, name: "J", mult: 1e-6}, true
	case "nj":
		return unit{dim: Energy, name: "J", mult: 1e-9}, true
	case "pj":
		return unit{dim: Energy, name: "J", mult: 1e-12}, true
	case "kj":
		return unit{dim: Energy, name: "J", mult: 1e3}, true
	case "joule", "joules":
		return unit{dim: Energy, name: "J", mult: 1}, true
	case "wh":
		return unit{dim: Energy, name: "J", mult: 3600}, true
	case "kwh":
		return unit{dim: Energy, name: "J", mult: 3.6e6}, true
	case "mwh":
		return unit{dim: Energy, name: "J", mult: 3.6}, true
	case "mah":
		return unit{dim: Energy, name: "mAh", mult: 1}, true
	case "flop", "flops":
		return unit{dim: Compute, name: "FLOP", mult: 1}, true
	case "mflop", "mflops":
		return unit{dim: Compute, name: "FLOP", mult: 1e6}, true
	case "gflop", "gflops":
		return unit{dim: Compute, name: "FLOP", mult: 1e9}, true
	case "tflop", "tflops", "teraflops":
		return unit{dim: Compute, name: "FLOP", mult: 1e12}, true
	case "pflop", "pflops", "petaflops":
		return unit{dim: Compute, name: "FLOP", mult: 1e15}, true
	case "mmac", "mmacs", "mmadds":
		return unit{dim: Compute, name: "MAC", mult: 1e6}, true
	case "gmac", "gmacs":
		return unit{dim: Compute, name: "MAC", mult: 1e9}, true
	case "param", "params", "parameter", "parameters":
		return unit{dim: Params, name: "params", mult: 1}, true
	case "bit", "bits":
		return unit{dim: Bits, name: "bit", mult: 1}, true
	case "cent", "cents":
		return unit{dim: Money, name: "USD", mult: 0.01}, true
	case "usd", "dollar", "dollars", "eur", "euro", "euros", "gbp", "pounds", "inr", "rupees", "chf", "aud", "cad", "sgd", "yen", "yuan", "won":
		return unit{dim: Money, name: currency(low), mult: 1}, true
	case "km", "cm", "nm", "um", "μm", "µm", "mm", "kg", "mg", "mhz", "ghz", "thz", "mv", "kv", "ma", "db", "dbm", "kpa", "mpa",
		"pa", "rpm", "mph", "kmph", "kph", "deg", "degree", "degrees", "dof", "meter", "meters", "metre", "metres", "miles", "feet", "ft",
		"ml", "nf", "uf", "pf", "ppm", "kn", "nm²", "cm²", "m²", "kilometers", "acres", "tons", "tonnes", "ev", "kev", "mev", "gev":
		return unit{dim: Other, name: low, mult: 1}, true
	}
	return unit{}, false
}

// currency returns the ISO code of a currency sign or word.
func currency(low string) string {
	switch low {
	case "€", "eur", "euro", "euros":
		return "EUR"
	case "£", "gbp", "pounds":
		return "GBP"
	case "¥", "yen":
		return "JPY"
	case "₹", "inr", "rupees", "rs":
		return "INR"
	case "$", "usd", "dollar", "dollars":
		return "USD"
	}
	return strings.ToUpper(low)
}

// scoreName reports whether a word names a score that stands as a unit of its
// own: +2.1 BLEU, mAP 0.71.
func scoreName(raw, low string) bool {
	switch low {
	case "bleu", "rouge", "meteor", "cider", "auc", "auroc", "auprc", "f1", "miou", "iou", "psnr", "ssim", "lpips", "fid", "wer", "cer", "eer", "rmse",
		"mae", "mape", "mse", "mos", "stoi", "pesq", "ndcg", "mrr", "perplexity", "ppl", "mcc", "bertscore", "rougel", "bleurt", "spbleu", "sacrebleu", "chrf":
		return true
	case "map", "ap", "map50", "ap50", "dice":
		return raw != low || len(low) > 4
	}
	return false
}

// device returns the kind of machine a word names: gpu for GPUs and TPUs by kind
// or model, cpu, core, machine; empty for all else.
func device(low string) string {
	switch low {
	case "gpu", "gpus", "a100", "a100s", "v100", "v100s", "h100", "h100s", "h200", "h200s", "t4", "t4s", "p100", "p100s", "k80", "k80s", "a10", "a10s", "a10g",
		"l4", "l4s", "l40s", "a40", "a6000", "a5000", "b200", "rtx", "gtx", "tpu", "tpus", "tpuv3", "tpuv4", "geforce", "mi250", "mi300x", "accelerator", "accelerators":
		return "gpu"
	case "cpu", "cpus", "vcpu", "vcpus":
		return "cpu"
	case "core", "cores":
		return "core"
	case "node", "nodes", "machine", "machines", "server", "servers", "instance", "instances", "instancias", "servidores", "serveurs", "maquinas", "rechner", "laptop", "workstation", "vm", "vms":
		return "machine"
	case "fpga", "fpgas", "microcontroller", "mcu", "jetson", "raspberry", "smartphone", "phone":
		return "device"
	}
	return ""
}

// brand reports whether a word stands before a device: NVIDIA A100 GPUs.
func brand(low string) bool {
	switch low {
	case "nvidia", "tesla", "quadro", "amd", "intel", "cloud", "google", "consumer", "arm", "commodity", "desktop", "worker", "compute", "ti", "spot",
		"small", "cheap", "old", "physical", "virtual", "ec2", "x86", "local", "cuda", "edge":
		return true
	}
	return false
}
