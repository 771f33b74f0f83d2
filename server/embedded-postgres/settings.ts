/**
 * The server's settings, given at every start so that an update of Tandem takes effect on old data directories.
 * Nothing here trades safety for speed: a commit is on disk before it is acknowledged.
 */
export function settingsFor(socketDirectory: string): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '100',
    shared_buffers: '128MB',
    wal_compression: 'on',
    max_wal_size: '1GB',
    // Short transactions on a small machine gain nothing from these and containers often have a tiny /dev/shm.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Statements may hold what customers wrote, so no statement is ever logged.
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
