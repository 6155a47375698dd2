/** Connections, tables and their versions, backups. */
package worthwhile.store.sql;
