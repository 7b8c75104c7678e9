/** Lists and single objects as their owners see them: one statement for a page, one for what belongs to its objects. */
package io.lbaas.plugin.list;
