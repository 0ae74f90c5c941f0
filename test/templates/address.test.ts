/** Which URLs are the same address: a test of the package compares what is sent with what is documented. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { addressOf } from "../../templates/testing/address.js";

const addresses = suite("addresses");

const same: Readonly<Record<string, readonly [string, string]>> = {
  "host, version, letter case, a slash at the end": ["https://api.example.org/v1.0/Parcels/", "/parcels"],
  "a key in parentheses": ["/parcels('p-1')/label", "/parcels/p-1/label"],
  "a quote in a key": ["/parcels('O''Neil')", "/parcels/O'Neil"],
  "no arguments": ["/parcels/count()", "/parcels/count"],
  "arguments in another order": ["/find(name='a,b',row=1)", "/find(row=1,name=%27a%2Cb%27)"],
  "an alias": ["/near(place=@p,row=@q)?@q=1&@p='x/y'&day=1", "/near(place='x%2Fy',row=1)?day=1"],
  "the order of the query": ["/parcels?$top=1&id=a&id=b", "/parcels?id=a&id=b&$top=1"],
};
const different: Readonly<Record<string, readonly [string, string]>> = {
  "another value": ["/parcels('p-1')", "/parcels/p-2"],
  "a value that is missing": ["/find(name='a',row=1)", "/find(name='a')"],
  "a string and a number": ["/find(row='1')", "/find(row=1)"],
  "a placeholder and its name": ["/parcels({id})", "/parcels(id)"],
  "another alias": ["/near(place=@p)?@p='x'", "/near(place='y')"],
  "one of several": ["/parcels?id=a&id=b", "/parcels?id=b"],
};

for (const [what, [one, other]] of Object.entries(same))
  addresses(`same: ${what}`, () => assert.equal(addressOf(one), addressOf(other)));
for (const [what, [one, other]] of Object.entries(different))
  addresses(`not the same: ${what}`, () => assert.not.equal(addressOf(one), addressOf(other)));

addresses.run();
