// Data of the site, fetched.

/**
 * What a JSON file of the site holds. Throws when it does not come.
 * @param {string | URL} address
 * @returns {Promise<unknown>}
 */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(address));
  return answer.json();
}
