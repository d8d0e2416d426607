package flat

import "hash/maphash"

var hashSeed = maphash.MakeSeed()

// HashOf returns a hash of b that cannot be predicted.
func HashOf(b []byte) uint32 { return uint32(maphash.Bytes(hashSeed, b)) }
