// Sets of numbers, one bit each: three thousand initiatives are a hundred words to AND.

/** @typedef {Uint32Array} Bitmap A set of numbers. */

/**
 * A set with room for the numbers below `many`.
 * @param {number} many
 * @returns {Bitmap}
 */
export const empty = (many) => new Uint32Array((many + 31) >> 5);

/**
 * @param {Bitmap} set
 * @param {number} number
 */
export const add = (set, number) => { set[number >> 5] |= 1 << (number & 31); };

/**
 * @param {Bitmap} set
 * @param {number} number
 */
export const has = (set, number) => ((set[number >> 5] >>> (number & 31)) & 1) === 1;

/**
 * The set of numbers that are given as steps from one to the next.
 * @param {number[]} steps
 * @param {number} many
 */
export function fromSteps(steps, many) {
  const set = empty(many);
  let number = 0;
  for (const step of steps) add(set, (number += step));
  return set;
}

/**
 * What is in all of them; null stands for everything, but not for each.
 * @param {(Bitmap | null)[]} sets
 */
export function both(...sets) {
  const [first, ...others] = sets.filter((set) => set !== null);
  const result = first.slice();
  for (const other of others) for (let at = 0; at < result.length; at++) result[at] &= other[at];
  return result;
}

/**
 * What is in any of them, or null (everything) when there are none.
 * @param {Bitmap[]} sets
 */
export function either(sets) {
  if (!sets.length) return null;
  const result = sets[0].slice();
  for (const other of sets.slice(1)) for (let at = 0; at < result.length; at++) result[at] |= other[at];
  return result;
}

/** How many bits of a word are set. */
function ones(/** @type {number} */ word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function size(/** @type {Bitmap} */ set) {
  let count = 0;
  for (const word of set) count += ones(word);
  return count;
}

/**
 * How many are in both, without making that set.
 * @param {Bitmap} one
 * @param {Bitmap} other
 */
export function common(one, other) {
  let count = 0;
  for (let at = 0; at < one.length; at++) count += ones(one[at] & other[at]);
  return count;
}

/**
 * Calls `act` with each number, in order.
 * @param {Bitmap} set
 * @param {(number: number) => void} act
 */
export function each(set, act) {
  for (let at = 0; at < set.length; at++) {
    for (let word = set[at]; word; word &= word - 1) act(at * 32 + 31 - Math.clz32(word & -word));
  }
}
