// Package plane is the geometry that the engines share: transforms, points
// and outlines on a page. A Matrix is what PDF calls one (ISO 32000-2, 8.3.4);
// boxes are those of package glyph.
//
// Nothing here bounds what it is given: a hostile matrix yields NaN or
// infinity, so a caller asks Sane first or bounds what comes out.
package plane
