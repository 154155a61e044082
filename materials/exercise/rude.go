package exercise

import (
	"strings"
	"sync"
)

// rudeWords returns words that must not turn up by chance where letters are
// mixed: insults, obscenities and words of war in German, English, Turkish and
// Russian, some of neighbouring languages, at least three letters each, small.
var rudeWords = sync.OnceValue(func() []string {
	turn := func(r rune) rune {
		if r < 'a' || r > 'z' {
			return r
		}
		return 'a' + (r-'a'+13)%26
	}
	return strings.Fields(strings.Map(turn, turnedRude))
})

// turnedRude is turned by 13 letters, so that nobody meets the words in passing.
const turnedRude = `
nefpu sbgmr svpxre svpx svpxg ahggr uher jvpuf fpujnam gvggr gvggra zhfpuv zöfr fpurvff fpurvß
xnpxr xnpx cvff cvffr xbgmr anmv uvgyre artre arteb whqr mvtrhare fpuynzcr fcnfg zbatb qrcc
vqvbg ubqra cravf intvan cbeab cbea frk fnh chss ohzfra trvy gbq gbg zbeq xevrt obzor sbygre
shpx fuvg phag pbpx qvpx nff nefr gvg gvgf obbo fyhg juber ovgpu snt avttre avttn encr phz chffl
jnax gjng nany nahf qvyqb qnza xvyy nzx fvx fvxgve fvxvz bebfch cvç tög lnenx lneenx voar xnucr
fnynx ncgny crmrirax chşg obx nzpvx fhxn oylng oylnq oywnq oywng cvmqn uhw uhv khw puhw xuhv
rong wrong rony cvqbe cvqne zhqnx tnaqba mnyhcn tbiab xhejn qhcn pvcn wronp zhvr chyn chgr zreqr
xhenp
`

// isRude reports whether small letters hold a rude word, read either way.
func isRude(letters string) bool {
	back := reversed(letters)
	for _, w := range rudeWords() {
		if strings.Contains(letters, w) || strings.Contains(back, w) {
			return true
		}
	}
	return false
}

func reversed(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := range runes {
		b.WriteRune(runes[len(runes)-1-i])
	}
	return b.String()
}
