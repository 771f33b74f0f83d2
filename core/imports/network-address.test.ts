import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './network-address.ts';

test('addresses of the internet are public, and none of those that lead inside', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '223.5.5.5',
    '172.32.0.1',
    '2606:4700::1111',
    '2400:3200::1',
    '64:ff9b::808:808',
  ])
    assert.equal(isPublicAddress(address), true, address);
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '1.2.3',
    '256.1.1.1',
    'example.com',
    '1::2::3',
    '',
  ])
    assert.equal(isPublicAddress(address), false, address);
});
