// <hk-poll> around a poll's form: fetches what one vote is made with as soon as an answer is chosen,
// does the work it asks for, and sends both with the form. Without this script the form is sent
// as it is, and a page asks once more.

const SLICE = 30; // so many milliseconds of work at a time: the page stays at hand

// What SHA-256 begins with: the fractions of the roots of the first primes (FIPS 180-4, 4.2.2).
/** @param {number} root */
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const PRIMES = [];
for (let number = 2; PRIMES.length < 64; number++) {
  if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
}
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const WORDS = new Int32Array(64);

/** The words of a SHA-256 of plain letters.
 * @param {string} text */
const sha256 = (text) => {
  // One by one: taking lists apart would take as long as the hash.
  let h0 = START[0], h1 = START[1], h2 = START[2], h3 = START[3];
  let h4 = START[4], h5 = START[5], h6 = START[6], h7 = START[7];
  const blocks = ((text.length + 8) >> 6) + 1;
  for (let block = 0; block < blocks; block++) {
    for (let at = 0; at < 16; at++) {
      let word = 0;
      for (let place = (block * 16 + at) * 4, end = place + 4; place < end; place++) {
        const byte =
          place < text.length ? text.charCodeAt(place) : place === text.length ? 0x80 : 0;
        word = (word << 8) | byte;
      }
      WORDS[at] = word;
    }
    if (block === blocks - 1) WORDS[15] = text.length * 8;
    for (let at = 16; at < 64; at++) {
      const x = WORDS[at - 15];
      const y = WORDS[at - 2];
      WORDS[at] =
        WORDS[at - 16] + WORDS[at - 7] +
        (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
        (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
    }
    let a = h0, b = h1, c = h2, d = h3, e = h4, f = h5, g = h6, h = h7;
    for (let at = 0; at < 64; at++) {
      const one =
        (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
          ((e & f) ^ (~e & g)) + ROUNDS[at] + WORDS[at]) | 0;
      const two =
        ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
          ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    h0 = (h0 + a) | 0; h1 = (h1 + b) | 0; h2 = (h2 + c) | 0; h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0; h5 = (h5 + f) | 0; h6 = (h6 + g) | 0; h7 = (h7 + h) | 0;
  }
  return [h0, h1, h2, h3, h4, h5, h6, h7];
};

/** @param {number} word */
const hex = (word) => (word >>> 0).toString(16).padStart(8, "0");

/** The numbers that show the work was done for a token.
 * @param {{ token: string, puzzles: number, bits: number }} task */
const proofFor = async ({ token, puzzles, bits }) => {
  const digest = sha256(token).slice(0, 4).map(hex).join("");
  const found = [];
  let until = performance.now() + SLICE;
  for (let puzzle = 0; puzzle < puzzles; puzzle++) {
    for (let number = 0; ; number++) {
      if (sha256(`${digest}.${puzzle}.${number}`)[0] >>> (32 - bits) === 0) {
        found.push(number);
        break;
      }
      if (number % 64 === 0 && performance.now() > until) {
        await new Promise((go) => setTimeout(go));
        until = performance.now() + SLICE;
      }
    }
  }
  return found.join(".");
};

/** @param {string} address */
const make = async (address) => {
  const answer = await fetch(address, { method: "POST" });
  if (!answer.ok) throw new Error(String(answer.status));
  const task = await answer.json();
  return { once: task.token, proof: await proofFor(task) };
};

class Poll extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const status = this.querySelector("[role=status]");
    const { token: address = "", working = "" } = this.dataset;
    if (!form || !status) return;
    /** @type {Promise<Record<string, string>> | undefined} */
    let making;
    const begin = () => (making ??= make(address));
    // What fails here is tried no more: the form is then sent as it is.
    form.addEventListener("change", () => void begin().catch(() => undefined), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      status.textContent = working;
      begin()
        .catch(() => ({}))
        .then((made) => {
          for (const [name, value] of Object.entries(made)) {
            const field = /** @type {HTMLInputElement} */ (
              form.querySelector(`input[name=${name}]`) ?? document.createElement("input")
            );
            Object.assign(field, { type: "hidden", name, value });
            form.append(field);
          }
          status.textContent = "";
          form.submit();
        });
    });
  }
}

customElements.define("hk-poll", Poll);
