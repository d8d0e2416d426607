package squeeze

// grain is how many steps stay in one block at least.
const grain = 512

// split cuts a way where its statistics change: small pieces are joined with
// their neighbours for as long as that makes them smaller.
func split(content []byte, from int, way part) []part {
	var pieces []block
	at := from
	for first := 0; first < len(way.steps); first += grain {
		p := part{from: at, steps: way.steps[first:min(first+grain, len(way.steps))]}
		for _, s := range p.steps {
			at += int(s.length)
		}
		p.to = at
		pieces = append(pieces, newBlock(content, p))
	}
	pieces = join(pieces)
	parts := make([]part, len(pieces))
	for i, p := range pieces {
		parts[i] = p.part
	}
	return parts
}

// join joins the pair that gains most, again and again.
func join(pieces []block) []block {
	joined := make([]block, len(pieces)) // each with the one after it
	for i := range len(pieces) - 1 {
		joined[i] = both(pieces[i], pieces[i+1])
	}
	for {
		best, gain := -1, 0
		for i := range len(pieces) - 1 {
			if g := pieces[i].size + pieces[i+1].size - joined[i].size; g > gain {
				best, gain = i, g
			}
		}
		if best < 0 {
			return pieces
		}
		pieces[best] = joined[best]
		pieces = append(pieces[:best+1], pieces[best+2:]...)
		joined = append(joined[:best+1], joined[best+2:]...)
		for i := max(0, best-1); i <= best && i+1 < len(pieces); i++ {
			joined[i] = both(pieces[i], pieces[i+1])
		}
	}
}

// both returns the block of two neighbours, whose steps lie beside each other.
func both(a, b block) block {
	n := len(a.steps) + len(b.steps)
	ab := block{part: part{from: a.from, to: b.to, steps: a.steps[:n]}, counts: a.counts}
	ab.counts.add(&b.counts)
	ab.choose()
	return ab
}
