/** Single HTTP exchanges within strict limits, which never reach the operator's own network. */
package worthwhile.fetch.wire;
