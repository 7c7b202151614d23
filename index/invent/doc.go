// Package invent makes resumes of people who do not exist, as records for an
// index: for load tests and benchmarks. [New] takes a seed; the same seed and
// number give the same record on any machine.
//
// The words are spread as in real text: few are everywhere, most are rare,
// and new ones come with every document (names, products, places, numbers).
// Of 92,000 words in a row, 12,700 differ, of 20,000 4,500; in 154 public
// resumes of many sorts it is 12,000 and 4,800.
// What is said of people is made of a few dozen patterns, so it is no measure
// of what the rubrics find.
package invent
