package spec

// Parameters is the validated value of every knob of one run.
type Parameters struct {
	// Names are those of all knobs in the order of their declaration.
	Names   []string
	numbers map[string]int64
	texts   map[string]string
}

// ReadParameters reads and checks the text of every knob: the user's, or the default. Its error is the first value that is
// malformed or out of bounds.
func ReadParameters(knobs []Knob, given map[string]string) (*Parameters, error) {
	p := &Parameters{numbers: map[string]int64{}, texts: map[string]string{}}
	for _, knob := range knobs {
		p.Names = append(p.Names, knob.Name)
		text, isGiven := given[knob.Name]
		if !isGiven {
			text = knob.Default
		}
		if !isGiven && text == "" {
			continue
		}
		if err := p.set(knob, text); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *Parameters) set(knob Knob, text string) (err error) {
	if knob.IsNumber() {
		p.numbers[knob.Name], err = knob.Parse(text)
	} else {
		p.texts[knob.Name], err = knob.Choose(text)
	}
	return err
}

// TurnOff takes the value of an optional knob away.
func (p *Parameters) TurnOff(knob string) {
	delete(p.numbers, knob)
}

// Has tells whether a knob has a number: an optional one was given.
func (p *Parameters) Has(knob string) bool {
	_, has := p.numbers[knob]
	return has
}

// Number of a knob that has one.
func (p *Parameters) Number(knob string) int64 {
	number, has := p.numbers[knob]
	if !has {
		panic("no number in --" + knob)
	}
	return number
}

// Text of a knob that has one.
func (p *Parameters) Text(knob string) string {
	text, has := p.texts[knob]
	if !has {
		panic("no text in --" + knob)
	}
	return text
}

// Value is a number in the unit of the knob's kind, a text, or nil where an optional knob is off.
func (p *Parameters) Value(knob string) any {
	if number, has := p.numbers[knob]; has {
		return number
	}
	if text, has := p.texts[knob]; has {
		return text
	}
	return nil
}
