// Package outline puts the lines of a resume or a portfolio in order: the
// sections under their headings, the jobs, degrees, projects and papers in
// them with title, organisation and dates, and the person's name and
// addresses. Call Of; FindDates is of use by itself.
//
// A heading is known by its words, in English, German, French, Spanish,
// Italian, Portuguese and, for the commonest, Dutch, Swedish, Danish,
// Norwegian, Polish and Chinese, and by its look, which is learnt from the
// headings of the same document. Where no words are known, as in a portfolio,
// large lines of one look with text between them are headings of the kind
// Other. A heading's word within running text, in a list of such words or
// under an entry opens no section.
//
// Limits: which part of an entry's head is the organisation is decided by
// lists of words for roles, organisations and places, and by the order that
// the other heads of the section have; two names without any such word are
// taken in the order in which most people write them, the role first. A date
// of two numbers such as 05/06/2020 counts as month and day with slashes and
// as day and month with full stops.
package outline
