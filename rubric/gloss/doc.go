// Package gloss reads Chinese, Japanese and Korean words as English ones, so
// that what a rubric says in English is found in a resume that mixes scripts:
// "将推理延迟从120毫秒降到35毫秒" is read as "inference latency from 120 ms
// reduced to 35 ms".
//
//	for i := 0; i < len(text); {
//		if word, end := gloss.At(text, i); end > i {
//			... // word stands at text[i:end]
//		}
//	}
//
// At takes the longest word it knows; a sign of these scripts that begins none
// is a word by itself. Words are separated wherever one ends, as these scripts
// write no spaces.
//
// Limits: a glossary knows no grammar; what stands behind its noun, as
// Japanese and Korean particles do, is read where it stands.
package gloss
