package content

// operator is an operator of a content stream: its one to three letters, the
// first in the lowest byte. 0 is none that is known.
type operator uint32

// operatorOf returns the operator that a word is.
func operatorOf(word []byte) operator {
	switch len(word) {
	case 1:
		return operator(word[0])
	case 2:
		return operator(word[0]) | operator(word[1])<<8
	case 3:
		return operator(word[0]) | operator(word[1])<<8 | operator(word[2])<<16
	}
	return 0
}

// The operators of two letters and more, ISO 32000-1 annex A.
const (
	opBT  operator = 'B' | 'T'<<8
	opET  operator = 'E' | 'T'<<8
	opTc  operator = 'T' | 'c'<<8
	opTw  operator = 'T' | 'w'<<8
	opTz  operator = 'T' | 'z'<<8
	opTL  operator = 'T' | 'L'<<8
	opTs  operator = 'T' | 's'<<8
	opTr  operator = 'T' | 'r'<<8
	opTf  operator = 'T' | 'f'<<8
	opTd  operator = 'T' | 'd'<<8
	opTD  operator = 'T' | 'D'<<8
	opTm  operator = 'T' | 'm'<<8
	opTn  operator = 'T' | '*'<<8
	opTj  operator = 'T' | 'j'<<8
	opTJ  operator = 'T' | 'J'<<8
	opre  operator = 'r' | 'e'<<8
	opWn  operator = 'W' | '*'<<8
	opfn  operator = 'f' | '*'<<8
	opBn  operator = 'B' | '*'<<8
	opbn  operator = 'b' | '*'<<8
	opsh  operator = 's' | 'h'<<8
	oprg  operator = 'r' | 'g'<<8
	opRG  operator = 'R' | 'G'<<8
	opcs  operator = 'c' | 's'<<8
	opCS  operator = 'C' | 'S'<<8
	opsc  operator = 's' | 'c'<<8
	opSC  operator = 'S' | 'C'<<8
	opscn operator = 's' | 'c'<<8 | 'n'<<16
	opSCN operator = 'S' | 'C'<<8 | 'N'<<16
	opgs  operator = 'g' | 's'<<8
	opcm  operator = 'c' | 'm'<<8
	opDo  operator = 'D' | 'o'<<8
	opBI  operator = 'B' | 'I'<<8
	opBMC operator = 'B' | 'M'<<8 | 'C'<<16
	opBDC operator = 'B' | 'D'<<8 | 'C'<<16
	opEMC operator = 'E' | 'M'<<8 | 'C'<<16
)
