// Package materials is the domain of Lernkoffer: teaching material, words,
// facets, notes, and the contracts between the rooms that read, store, search
// and print them. It imports the standard library only and knows neither files
// nor pages nor windows.
package materials
