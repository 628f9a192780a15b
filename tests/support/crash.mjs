// Makes the reader fail after its first keys, as a mistake of ours would: while drawing, or at a key.
const { CRASH } = process.env;
const error = () => new Error('GATEDWORD quoted by an exception');

/** A call from the program, in a stack. */
const OURS = /[\\/]dist[\\/]/;

let keys = 0;
const { slice } = Array.prototype;
process.stdin.on('data', () => keys++);

if (CRASH === 'render') {
  const { repeat } = String.prototype;
  String.prototype.repeat = function (count) {
    if (keys > 1 && OURS.test(new Error().stack)) throw error();
    return repeat.call(this, count);
  };
} else {
  Array.prototype.slice = function (...range) {
    if (keys > 1 && OURS.test(new Error().stack)) throw error();
    return slice.apply(this, range);
  };
}
