// Package uuid tells the program's pages apart, as go-app asks for.
package uuid

import (
	"math/rand/v2"
	"strconv"
)

// NewString returns a name that no other page has.
func NewString() string {
	return strconv.FormatUint(rand.Uint64(), 16) + strconv.FormatUint(rand.Uint64(), 16)
}
