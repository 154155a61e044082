// Package worksheet sets material as pages: pupils' pages, the solution sheet
// and the teacher's page. It breaks pages where a person would and decides how
// every block type looks on paper. It knows neither PDF nor pixels. Lengths are
// mm, font sizes pt.
package worksheet
