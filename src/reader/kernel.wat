;; The sums the learned reader spends its time on: out[t][n] = Σ a[t][k] · b[k][n], eight of them at a time.
;;
;; a, b and out are addresses, in bytes, of three blocks of numbers:
;;   a    rows one after the other, `stride` bytes each; an even number of rows
;;   b    columns in panels of eight; within a panel, all that meets the same input stands together
;;   out  rows one after the other, eight 32-bit numbers for each panel
;; No size is zero. Numbers are of one of two kinds:
;;   whole  a: 16 bits, b: 8 bits, out: 32 bits. One instruction sums two inputs, so a row holds an even number of them,
;;          and a panel holds two weights for each of its eight columns, then the next two: 16 bytes at a time.
;;   float  all of 32 bits. A panel holds the eight numbers for one input, then for the next: 32 bytes at a time.
;;
;; `npm run kernel` assembles this file into kernel.wasm.
(module
  (memory (export "memory") 0)

  (func (export "sum") (param $float i32)
    (param $a i32) (param $b i32) (param $out i32) (param $stride i32) (param $rows i32) (param $panels i32)
    (local $panel i32) (local $row i32) (local $x i32) (local $w i32) (local $end i32) (local $to i32)
    (local $zero v128) (local $v v128) (local $left v128) (local $right v128)
    ;; Two rows by one panel are summed at once, so that each number read serves several sums. A vector (v128) holds
    ;; four sums: $00 and $01 are those of the first row, $10 and $11 those of the second.
    (local $00 v128) (local $01 v128) (local $10 v128) (local $11 v128)
    (loop $panels
      (local.set $row (i32.const 0))
      (local.set $x (local.get $a))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $panel) (i32.const 5))))
      (loop $rows
        (local.set $w (local.get $b))
        (local.set $end (i32.add (local.get $x) (local.get $stride)))
        (local.set $00 (local.get $zero))
        (local.set $01 (local.get $zero))
        (local.set $10 (local.get $zero))
        (local.set $11 (local.get $zero))
        (if (local.get $float)
          (then
            (loop $inputs
              (local.set $left (v128.load (local.get $w)))
              (local.set $right (v128.load offset=16 (local.get $w)))
              (local.set $v (v128.load32_splat (local.get $x)))
              (local.set $00 (f32x4.add (local.get $00) (f32x4.mul (local.get $v) (local.get $left))))
              (local.set $01 (f32x4.add (local.get $01) (f32x4.mul (local.get $v) (local.get $right))))
              (local.set $v (v128.load32_splat (i32.add (local.get $x) (local.get $stride))))
              (local.set $10 (f32x4.add (local.get $10) (f32x4.mul (local.get $v) (local.get $left))))
              (local.set $11 (f32x4.add (local.get $11) (f32x4.mul (local.get $v) (local.get $right))))
              (local.set $w (i32.add (local.get $w) (i32.const 32)))
              (local.set $x (i32.add (local.get $x) (i32.const 4)))
              (br_if $inputs (i32.lt_u (local.get $x) (local.get $end)))))
          (else
            (loop $inputs
              (local.set $left (v128.load8x8_s (local.get $w)))
              (local.set $right (v128.load8x8_s offset=8 (local.get $w)))
              (local.set $v (v128.load32_splat (local.get $x)))
              (local.set $00 (i32x4.add (local.get $00) (i32x4.dot_i16x8_s (local.get $v) (local.get $left))))
              (local.set $01 (i32x4.add (local.get $01) (i32x4.dot_i16x8_s (local.get $v) (local.get $right))))
              (local.set $v (v128.load32_splat (i32.add (local.get $x) (local.get $stride))))
              (local.set $10 (i32x4.add (local.get $10) (i32x4.dot_i16x8_s (local.get $v) (local.get $left))))
              (local.set $11 (i32x4.add (local.get $11) (i32x4.dot_i16x8_s (local.get $v) (local.get $right))))
              (local.set $w (i32.add (local.get $w) (i32.const 16)))
              (local.set $x (i32.add (local.get $x) (i32.const 4)))
              (br_if $inputs (i32.lt_u (local.get $x) (local.get $end))))))
        (v128.store (local.get $to) (local.get $00))
        (v128.store offset=16 (local.get $to) (local.get $01))
        (local.set $to (i32.add (local.get $to) (i32.shl (local.get $panels) (i32.const 5))))
        (v128.store (local.get $to) (local.get $10))
        (v128.store offset=16 (local.get $to) (local.get $11))
        (local.set $to (i32.add (local.get $to) (i32.shl (local.get $panels) (i32.const 5))))
        (local.set $x (i32.add (local.get $end) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.const 2)))
        (br_if $rows (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $b (local.get $w))
      (local.set $panel (i32.add (local.get $panel) (i32.const 1)))
      (br_if $panels (i32.lt_u (local.get $panel) (local.get $panels))))))
