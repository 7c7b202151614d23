package layout
import ("testing";"os";"time";"fmt";"math/rand/v2";"pique/extract/glyph")
func TestBig(t *testing.T){ if os.Getenv("ODD")=="" {t.Skip()}
 for mode:=range 6 { for _,n:=range []int{20000,80000} {
 r:=rand.New(rand.NewPCG(1,2)); p:=glyph.Page{Number:1,Width:600,Height:800}
 for i:=range n { x,y,s:=600*r.Float64(),800*r.Float64(),10.0
  tx:="a"
  switch mode { case 1: x,y=float64(i%300)*2*r.Float64(),float64(i/300)*3; case 2: y=100; case 3: x=100; case 4: x,y=float64(i%40)*20, float64(i/40)*2; s=2 ; case 5: x,y=float64(i%100)*6, float64(i/100)*12; tx="•"; if i%2==0 {tx="-"}}
  p.Glyphs=append(p.Glyphs,glyph.Glyph{Text:tx,Box:glyph.Box{x,y-s,x+s/2,y+1},Base:y,Size:s,Font:regular})
  if i<8000 { p.Rules=append(p.Rules,glyph.Rule{Box:glyph.Box{x,y,x+300,y+1}}); p.Dots=append(p.Dots,glyph.Box{x,y,x+3,y+3}); p.Links=append(p.Links,glyph.Link{Box:glyph.Box{0,0,600,800},URI:"u"}) } }
 t0:=time.Now(); ls:=Lines([]glyph.Page{p}); fmt.Println(mode,n,len(ls),time.Since(t0)) }}}
