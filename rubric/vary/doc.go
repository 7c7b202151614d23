// Package vary changes in a resume what must not matter: who somebody is,
// where they live, where and when they studied, how they order their page and
// which words they list as skills. A rubric that shows other signals after
// such a change judges something that it should not.
//
// Call New with a rubric, then Check with each document. Variations lists the
// changes.
//
// Limits: documents are changed as logical lines, so what happens on the page
// before that, such as a longer name that wraps, is not tried. Cities are
// known by a list of large ones. Changes of words are read anew without the
// rules under headings, before and after alike.
package vary
