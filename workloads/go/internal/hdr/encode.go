package hdr

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"math"
)

const (
	// The low digit 3 or 4 tells plain from compressed, 0x10 that counts are ZigZag LEB128.
	plainCookie      = 0x1c849303 | 0x10
	compressedCookie = 0x1c849304 | 0x10
)

// Base64 is the V2 format, compressed, in base64.
func (h *Histogram) Base64() string {
	var packed bytes.Buffer
	writer, err := zlib.NewWriterLevel(&packed, zlib.BestCompression)
	if err == nil {
		_, err = writer.Write(h.encode())
	}
	if err == nil {
		err = writer.Close()
	}
	if err != nil {
		panic(err) // a legal level, and a buffer takes all that is written
	}
	encoded := binary.BigEndian.AppendUint32(nil, compressedCookie)
	encoded = binary.BigEndian.AppendUint32(encoded, uint32(packed.Len()))
	return base64.StdEncoding.EncodeToString(append(encoded, packed.Bytes()...))
}

// encode writes the V2 format: a header of 40 bytes, then the counts up to the largest value's.
func (h *Histogram) encode() []byte {
	var counts []byte
	for last, i := indexOf(h.max), 0; i <= last; {
		zeros := 0
		for i+zeros <= last && h.counts[i+zeros] == 0 {
			zeros++
		}
		if zeros > 1 {
			counts = appendZigZag(counts, -int64(zeros)) // a run of zeros is its negative length
			i += zeros
		} else {
			counts = appendZigZag(counts, h.counts[i])
			i++
		}
	}
	encoded := binary.BigEndian.AppendUint32(nil, plainCookie)
	encoded = binary.BigEndian.AppendUint32(encoded, uint32(len(counts)))
	encoded = binary.BigEndian.AppendUint32(encoded, 0) // normalizing index offset
	encoded = binary.BigEndian.AppendUint32(encoded, significantDigits)
	encoded = binary.BigEndian.AppendUint64(encoded, 1) // lowest discernible value
	encoded = binary.BigEndian.AppendUint64(encoded, uint64(h.highest))
	encoded = binary.BigEndian.AppendUint64(encoded, math.Float64bits(1)) // no conversion of values
	return append(encoded, counts...)
}

// appendZigZag writes 7 bits a byte, least first, at most 9 bytes: the ninth has all its 8 bits, unlike in protobuf.
func appendZigZag(to []byte, value int64) []byte {
	left := uint64(value<<1 ^ value>>63)
	for n := 1; left > 0x7f && n < 9; n++ {
		to = append(to, byte(left)|0x80)
		left >>= 7
	}
	return append(to, byte(left))
}
